package org.fapiaosuite.fapiao.application.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.money.Amount;
import org.jspecify.annotations.Nullable;

/** The payloads of the events about applications; each is fixed by a schema in src/contracts. */
final class ApplicationData {

  private ApplicationData() {}

  /** What every payload begins with. */
  record Subject(UUID applicationId, String accountId, List<String> orderNumbers) {}

  record Submitted(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      String type,
      String medium,
      String title,
      Amount amount,
      Instant dueAt,
      boolean provisional) {}

  record Accepted(UUID applicationId, String accountId, List<String> orderNumbers) {}

  record Rejected(UUID applicationId, String accountId, List<String> orderNumbers, String reason) {}

  record Reduced(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      Amount amount,
      String reason) {}

  record Cancelled(
      UUID applicationId, String accountId, List<String> orderNumbers, String by, String reason) {}

  record DueChanged(
      UUID applicationId, String accountId, List<String> orderNumbers, Instant dueAt) {}

  record IssuedOne(
      UUID fapiaoId,
      String numberScheme,
      @Nullable String code,
      String number,
      LocalDate issuedOn) {}

  record Issued(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      Amount amount,
      List<IssuedOne> fapiaos) {}

  record MailedOut(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      String carrier,
      String waybill,
      String trackingUrl,
      Instant mailedOutAt) {}

  record ReadyForPickup(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      String branch,
      @Nullable LocalDate pickupUntil) {}

  record Delivered(
      UUID applicationId,
      String accountId,
      List<String> orderNumbers,
      String outcome,
      Instant at) {}
}
