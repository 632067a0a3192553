package org.fapiaosuite.fapiao.title;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Where an account keeps the titles it applies under. */
@ApplicationScoped
@Transactional
public class TitleLibrary {

  private final Titles titles;
  private final BuyerRules rules;
  private final TitlePolicy policy;
  private final Ids ids;
  private final Clock clock;

  TitleLibrary(Titles titles, BuyerRules rules, TitlePolicy policy, Ids ids, Clock clock) {
    this.titles = titles;
    this.rules = rules;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
  }

  /** A kept title and what seemed odd about it. */
  public record Kept(Title title, List<Warning> warnings) {}

  /** Keeps a checked title. */
  public Kept add(TitleRequest request, Customer customer) {
    List<Warning> warnings = new ArrayList<>();
    Buyer buyer = check(request, warnings);
    if (titles.countOf(customer.accountId()) >= policy.mostTitles()) {
      throw Problem.TOO_MANY_TITLES.with(Integer.toString(policy.mostTitles()));
    }
    if (request.wantsDefault()) {
      dethrone(customer, null);
    }
    Title title =
        new Title(ids.next(), customer.accountId(), buyer, request.wantsDefault(), clock.instant());
    titles.persistAndFlush(title);
    return new Kept(title, warnings);
  }

  /** Replaces a title by another checked one. */
  public Kept replace(UUID id, TitleRequest request, Customer customer, @Nullable String ifMatch) {
    Title title = titles.lock(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    Versions.demand(ifMatch, title.version());
    List<Warning> warnings = new ArrayList<>();
    Buyer buyer = check(request, warnings);
    if (request.wantsDefault()) {
      dethrone(customer, title);
    }
    title.replace(buyer);
    title.makeDefault(request.wantsDefault());
    titles.flush();
    return new Kept(title, warnings);
  }

  /** Forgets a title; what was applied for under it stays as it is. */
  public void remove(UUID id, Customer customer, @Nullable String ifMatch) {
    Title title = titles.lock(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    Versions.check(ifMatch, title.version());
    titles.delete(title);
  }

  /** Forgets all titles of an account. */
  public void removeAll(String accountId) {
    titles.delete("accountId", accountId);
  }

  private Buyer check(TitleRequest request, List<Warning> warnings) {
    Violations violations = new Violations();
    var buyer = rules.check(request.buyer(), "", violations, warnings);
    violations.throwIfAny();
    return buyer.orElseThrow();
  }

  /** Flushed at once, so that the database never sees two defaults. */
  private void dethrone(Customer customer, @Nullable Title heir) {
    titles
        .defaultOf(customer.accountId())
        .filter(old -> old != heir)
        .ifPresent(
            old -> {
              old.makeDefault(false);
              titles.flush();
            });
  }
}
