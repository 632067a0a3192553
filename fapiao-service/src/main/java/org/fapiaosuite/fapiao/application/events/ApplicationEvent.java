package org.fapiaosuite.fapiao.application.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.delivery.Carrier;
import org.fapiaosuite.fapiao.delivery.DeliveryOutcome;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.progress.ProgressKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an application. The record itself is what other services read, fixed
 * by the schema of its type in src/contracts; what has no type is nobody else's business.
 */
public sealed interface ApplicationEvent {

  UUID applicationId();

  String accountId();

  List<String> orderNumbers();

  /** The type under which others hear of it, with its version; empty when they do not. */
  Optional<String> wireType();

  /** What its customer reads in the progress. */
  ProgressKind remark();

  /** The facts beside the remark. */
  default Map<String, Object> details() {
    return Map.of();
  }

  /** Handed over to the service centre. */
  record Submitted(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      FapiaoType type,
      Medium medium,
      String title,
      Amount amount,
      Instant dueAt,
      boolean provisional)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-submitted.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.SUBMITTED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("dueAt", dueAt.toString());
    }
  }

  /** A clerk works on it. */
  record Accepted(UUID applicationId, String accountId, List<String> orderNumbers)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-accepted.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.ACCEPTED;
    }
  }

  /** There is nothing to issue it with; it keeps its place. */
  record Waiting(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      @Nullable Instant expectedIssueAt,
      WaitReason reason)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-waiting.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.WAITING_FOR_STOCK;
    }

    @Override
    public Map<String, Object> details() {
      return expectedIssueAt == null
          ? Map.of()
          : Map.of("expectedIssueAt", expectedIssueAt.toString());
    }
  }

  /** There is something to issue it with again, so that it is due anew. */
  record TakenUp(UUID applicationId, String accountId, List<String> orderNumbers, Instant dueAt)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-due-changed.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.STOCK_ARRIVED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("dueAt", dueAt.toString());
    }
  }

  /** The service centre refused it. */
  record Rejected(UUID applicationId, String accountId, List<String> orderNumbers, String reason)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-rejected.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.REJECTED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("reason", reason);
    }
  }

  /**
   * A refund made it smaller.
   *
   * @param amount what is left
   * @param reducedBy by how much it became less
   */
  record Reduced(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      Amount amount,
      Amount reducedBy,
      String reason)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-reduced.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.REDUCED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("amount", amount.value(), "reason", reason);
    }
  }

  /** It will not be issued. */
  record Cancelled(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      CancelledBy by,
      String reason)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-cancelled.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.CANCELLED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("reason", reason);
    }
  }

  /** The calendar became known or was corrected. */
  record DueChanged(UUID applicationId, String accountId, List<String> orderNumbers, Instant dueAt)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.application-due-changed.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.DUE_CHANGED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("dueAt", dueAt.toString());
    }
  }

  /** The customer named another recipient or address. */
  record DeliveryChanged(UUID applicationId, String accountId, List<String> orderNumbers)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.empty();
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.DELIVERY_CHANGED;
    }
  }

  /** Its Fapiao exist. */
  record Issued(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      Amount amount,
      List<IssuedNumber> fapiaos)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.issued.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.ISSUED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("fapiaos", fapiaos.stream().map(IssuedNumber::shown).toList());
    }
  }

  /** Copies of a Fapiao came back, or a proof in their place. */
  record CopiesReturned(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      IssuedNumber fapiao,
      LocalDate receivedOn)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.empty();
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.COPIES_RETURNED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("fapiao", fapiao.shown(), "receivedOn", receivedOn.toString());
    }
  }

  /** A Fapiao was declared void; the amount is that of the Fapiao. */
  record Voided(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      IssuedNumber fapiao,
      Amount amount,
      LocalDate on)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.voided.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.VOIDED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("fapiao", fapiao.shown(), "amount", amount.value());
    }
  }

  /**
   * A red letter takes back some of a Fapiao, or all that was left.
   *
   * @param fapiao the blue one
   * @param amount what was taken back, above zero
   * @param left what of the blue one stays valid
   */
  record RedLettered(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      IssuedNumber fapiao,
      IssuedNumber redLetter,
      Amount amount,
      Amount left,
      RedReason reason)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.red-lettered.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.RED_LETTERED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of(
          "fapiao", fapiao.shown(), "redLetter", redLetter.shown(), "amount", amount.value());
    }
  }

  /**
   * The service centre handed it over in place of a Fapiao that is reversed.
   *
   * @param former the application of that Fapiao
   */
  record Reissued(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      UUID reissueOf,
      UUID former,
      String title,
      Amount amount,
      Instant dueAt,
      boolean provisional)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.reissued.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.REISSUED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("dueAt", dueAt.toString(), "formerApplicationId", former.toString());
    }
  }

  /** Another application's Fapiao take the place of a reversed one of this application. */
  record Replaced(UUID applicationId, String accountId, List<String> orderNumbers, UUID replacedBy)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.empty();
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.REPLACED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("applicationId", replacedBy.toString());
    }
  }

  /** A courier has it. */
  record MailedOut(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      Carrier carrier,
      String waybill,
      String trackingUrl,
      Instant mailedOutAt)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.mailed-out.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.MAILED_OUT;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("carrier", carrier.name(), "waybill", waybill, "trackingUrl", trackingUrl);
    }
  }

  /** It waits at the branch. */
  record ReadyForPickup(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      String branch,
      @Nullable LocalDate pickupUntil)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.ready-for-pickup.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.READY_FOR_PICKUP;
    }

    @Override
    public Map<String, Object> details() {
      return pickupUntil == null
          ? Map.of("branch", branch)
          : Map.of("branch", branch, "until", pickupUntil.toString());
    }
  }

  /** The last day to pick it up is near. */
  record PickupReminded(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      String branch,
      LocalDate pickupUntil)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.pickup-reminded.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.PICKUP_REMINDED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("branch", branch, "until", pickupUntil.toString());
    }
  }

  /** Nobody picked it up in time. */
  record PickupLapsed(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      String branch,
      LocalDate pickupUntil)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.pickup-lapsed.v1");
    }

    @Override
    public ProgressKind remark() {
      return ProgressKind.PICKUP_LAPSED;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("branch", branch, "until", pickupUntil.toString());
    }
  }

  /** It reached its buyer, or did not. */
  record Delivered(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      DeliveryOutcome outcome,
      Instant at)
      implements ApplicationEvent {

    @Override
    public Optional<String> wireType() {
      return Optional.of("fapiao.delivered.v1");
    }

    @Override
    public ProgressKind remark() {
      return switch (outcome) {
        case DELIVERED -> ProgressKind.DELIVERED;
        case RETURNED -> ProgressKind.RETURNED;
        case LOST -> ProgressKind.LOST;
      };
    }
  }

  /** Why it waits. */
  enum WaitReason {
    /** No numbers, or no quota, are left of its type and medium. */
    OUT_OF_STOCK
  }

  /** The tax bureau's reasons of a red letter. */
  enum RedReason {
    /** The Fapiao is wrong (01 开票有误); always all that is left of it. */
    ISSUE_ERROR,
    /** What was sold came back (02 销货退回). */
    SALES_RETURN,
    /** The service was stopped (03 服务中止). */
    SERVICE_SUSPENSION,
    /** The price was reduced (04 销售折让). */
    SALES_DISCOUNT
  }

  /** Who cancelled. */
  enum CancelledBy {
    CUSTOMER,
    SYSTEM
  }
}
