package org.fapiaosuite.fapiao.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;

/**
 * A provider as trying as they come: it does what each test tells it to. What it has issued it
 * remembers by request id, and what it was asked it counts.
 */
@ApplicationScoped
public class Provider implements Issuer {

  static final String NAME = "trying";

  private final Map<UUID, List<IssuedFapiao>> issued = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();
  private final AtomicInteger makes = new AtomicInteger();
  private volatile Function<IssueOrder, IssueOutcome> issuing = this::make;
  private volatile Function<IssueOrder, IssueOutcome> answering = this::said;

  /** Behaves well from now on, and forgets what it counted. */
  void behave() {
    issuing = this::make;
    answering = this::said;
    calls.set(0);
    questions.set(0);
    makes.set(0);
  }

  void whenToldToIssue(Function<IssueOrder, IssueOutcome> answer) {
    issuing = answer;
  }

  void whenAsked(Function<IssueOrder, IssueOutcome> answer) {
    answering = answer;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public IssueOutcome issue(IssueOrder order) {
    calls.incrementAndGet();
    return issuing.apply(order);
  }

  @Override
  public IssueOutcome outcomeOf(IssueOrder order) {
    questions.incrementAndGet();
    return answering.apply(order);
  }

  /** Issues, and would issue once more if it were told to: nobody but its caller prevents that. */
  IssueOutcome make(IssueOrder order) {
    List<IssuedFapiao> made = new ArrayList<>();
    for (FapiaoPlan.Part part : order.plan().parts()) {
      made.add(
          new IssuedFapiao(
              new LegalNumber(NumberScheme.UNIFIED_20, null, "26317%015d".formatted(Story.next())),
              LocalDate.of(2026, 11, 18),
              part.total()));
    }
    issued.merge(
        order.requestId(),
        made,
        (before, more) -> {
          List<IssuedFapiao> all = new ArrayList<>(before);
          all.addAll(more);
          return all;
        });
    makes.incrementAndGet();
    return new IssueOutcome.Issued(made);
  }

  /** What became of a request: a request that never came may still be on its way. */
  IssueOutcome said(IssueOrder order) {
    List<IssuedFapiao> made = issued.get(order.requestId());
    return made == null ? new IssueOutcome.Unknown() : new IssueOutcome.Issued(made);
  }

  int calls() {
    return calls.get();
  }

  int questions() {
    return questions.get();
  }

  /** How often it has issued, answered or not. */
  int makes() {
    return makes.get();
  }
}
