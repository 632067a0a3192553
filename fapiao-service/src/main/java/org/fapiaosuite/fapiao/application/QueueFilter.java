package org.fapiaosuite.fapiao.application;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.jspecify.annotations.Nullable;

/**
 * Which applications of the queue are meant; null asks for no such thing.
 *
 * @param overdue true for those alone whose promise is broken, false for the others alone
 * @param atRisk true for those alone that are due soon and not issued, false for the others alone
 * @param search an order number, a waybill or a Fapiao number, whole, or the beginning of a title
 * @param caller who asks, for {@code claim}
 */
public record QueueFilter(
    @Nullable ApplicationStatus status,
    @Nullable Boolean overdue,
    @Nullable Boolean atRisk,
    @Nullable FapiaoType type,
    @Nullable Medium medium,
    @Nullable ClaimedBy claim,
    @Nullable String search,
    String caller) {

  /** Whose an application is. */
  public enum ClaimedBy {
    /** The caller has claimed it. */
    ME,
    /** Somebody else has claimed it. */
    OTHERS,
    /** Nobody works on it. */
    NOBODY
  }

  /** The states of a promise that is being kept, for a query. */
  static final String PROMISED =
      ApplicationStatus.PROMISED.stream()
          .map(status -> "'" + status + "'")
          .sorted()
          .collect(Collectors.joining(", ", "(", ")"));

  /** Each way to find an application has an index of its own. */
  private static final String SEARCH =
      """
       AND id IN (
        SELECT application_id FROM application_item WHERE order_number = :search
        UNION SELECT id FROM application WHERE waybill = :search
        UNION SELECT application_id FROM fapiao WHERE number = :search
        UNION SELECT id FROM application WHERE lower(buyer_name) LIKE :title)
      """;

  /** What SQL adds to a query of the table application. */
  String condition() {
    StringBuilder condition = new StringBuilder();
    if (status != null) {
      condition.append(" AND status = '").append(status).append('\'');
    }
    if (overdue != null) {
      condition.append(
          overdue ? broken() : " AND NOT (status IN " + PROMISED + " AND due_at < :now)");
    }
    if (atRisk != null) {
      condition.append(atRisk ? " AND" : " AND NOT");
      condition.append(" (status IN ").append(PROMISED);
      condition.append(" AND due_at >= :now AND due_at <= :soon)");
    }
    if (type != null) {
      condition.append(" AND type = '").append(type).append('\'');
    }
    if (medium != null) {
      condition.append(" AND medium = '").append(medium).append('\'');
    }
    if (claim != null) {
      condition.append(
          switch (claim) {
            case ME -> " AND claimed_by = :caller AND claimed_until > :now";
            case OTHERS -> " AND claimed_by <> :caller AND claimed_until > :now";
            case NOBODY -> " AND (claimed_until IS NULL OR claimed_until <= :now)";
          });
    }
    return search == null ? condition.toString() : condition + SEARCH;
  }

  private static String broken() {
    return " AND status IN " + PROMISED + " AND due_at < :now";
  }

  /**
   * The values of the condition's parameters.
   *
   * @param soon a promise up to then is at risk
   */
  Map<String, Object> parameters(Instant now, Instant soon) {
    Map<String, Object> parameters = new HashMap<>();
    if (overdue != null || atRisk != null || claim != null) {
      parameters.put("now", now.atOffset(ZoneOffset.UTC));
    }
    if (atRisk != null) {
      parameters.put("soon", soon.atOffset(ZoneOffset.UTC));
    }
    if (claim == ClaimedBy.ME || claim == ClaimedBy.OTHERS) {
      parameters.put("caller", caller);
    }
    if (search != null) {
      parameters.put("search", search);
      parameters.put("title", beginning(search));
    }
    return parameters;
  }

  /** A pattern for texts that begin so; the wild cards of SQL stand for themselves. */
  private static String beginning(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + '%';
  }
}
