package org.fapiaosuite.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.rest.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * Where acts of staff are written down, in the transaction of the act. Most are by {@link Audited};
 * its operations name here what they show.
 */
@ApplicationScoped
public class AuditTrail {

  /** The claim with who somebody is at the issuer that named them as one of staff. */
  private static final String ORIGIN = "origin";

  private static final String INSERT =
      """
      WITH written AS (
        INSERT INTO audit_entry (at, actor, roles, action, subjects, detail)
        VALUES (?, ?, ?, ?, ?, ?) RETURNING id)
      INSERT INTO audit_unsealed SELECT id FROM written
      """;

  private final AgroalDataSource database;
  private final SecurityIdentity caller;
  private final Named named;
  private final Clock clock;

  AuditTrail(AgroalDataSource database, SecurityIdentity caller, Named named, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.named = named;
    this.clock = clock;
  }

  /**
   * Names what a page shows.
   *
   * @param id of an item, null for one that is about nothing
   * @return the page as it is
   */
  public <T> Page<T> shown(Page<T> page, Function<T, ? extends @Nullable Object> id) {
    for (T item : page.items()) {
      Object subject = id.apply(item);
      if (subject != null) {
        about(subject);
      }
    }
    return page;
  }

  /** Names what the operation at hand is about, beside its path parameters. */
  public void about(Object subject) {
    named.add(subject.toString());
  }

  /** Says more about the operation at hand, without personal data. */
  public void detail(String text) {
    named.tell(text);
  }

  /**
   * Writes an act of the caller down, within the transaction at hand. For whom an issuer named, the
   * detail ends with who they are there.
   *
   * @param action the operation's id in the API document
   * @throws jakarta.transaction.TransactionalException without a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void write(String action, Collection<String> subjects, @Nullable String detail) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      insert.setString(2, caller.getPrincipal().getName());
      insert.setString(3, String.join(",", new TreeSet<>(caller.getRoles())));
      insert.setString(4, action);
      insert.setArray(5, connection.createArrayOf("text", subjects.toArray()));
      insert.setString(6, withOrigin(detail));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write to the audit trail", e);
    }
  }

  private @Nullable String withOrigin(@Nullable String detail) {
    if (!(caller.getPrincipal() instanceof JsonWebToken token)
        || !(token.<Object>getClaim(ORIGIN) instanceof JsonObject origin)) {
      return detail;
    }
    String who = "as %s of %s".formatted(origin.getString("sub"), origin.getString("iss"));
    return detail == null ? who : detail + "; " + who;
  }

  /** The same in a transaction of its own, before an operation that waits for another machine. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void writeFirst(String action, Collection<String> subjects) {
    write(action, subjects, null);
  }

  Named named() {
    return named;
  }
}
