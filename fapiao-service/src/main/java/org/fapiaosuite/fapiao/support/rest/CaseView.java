package org.fapiaosuite.fapiao.support.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.support.CaseStatus;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.fapiao.support.events.ReturnSituation;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks the service centre for, and the conversation on it.
 *
 * @param id the id of the case
 * @param kind what it is about
 * @param status whose turn it is
 * @param billId the bill it is about; absent when it is about none
 * @param applicationId the application it is about; absent when it is about none
 * @param orderNumbers the orders it is about. Example: {@code ["E0700K3M9Q"]}.
 * @param fapiaoIds the Fapiao it is about: those of the application, and of the applications that a
 *     split led to. Example: {@code ["01932b8e-7c11-7abc-9def-0123456789ab"]}.
 * @param createdAt when it was opened
 * @param dueAt by when the service centre promises to answer first: 17:30 in China on the next
 *     working day
 * @param answeredAt when it answered first; absent before
 * @param messages the conversation, oldest first; absent in a list
 * @param split what the bill is to be split into; only of a SPLIT
 * @param newTitle whom the Fapiao is to be issued to; only of a TITLE_CHANGE
 * @param approval what a lead decided; absent before, and where there is nothing to decide
 * @param sendBack what the customer has to send back, and where; only of a TITLE_CHANGE, absent in
 *     a list
 */
@Schema(name = "SupportCase")
public record CaseView(
    UUID id,
    CaseKind kind,
    CaseStatus status,
    @Nullable UUID billId,
    @Nullable UUID applicationId,
    List<String> orderNumbers,
    List<UUID> fapiaoIds,
    Instant createdAt,
    Instant dueAt,
    @Nullable Instant answeredAt,
    @Nullable List<Message> messages,
    @Nullable List<Part> split,
    @Nullable BuyerData newTitle,
    @Nullable Approval approval,
    @Nullable SendBack sendBack) {

  /**
   * One message of the conversation.
   *
   * @param at when it was written
   * @param by who wrote it
   * @param text what they wrote, in several lines; absent where a file says it all. Example: {@code
   *     We need three Fapiao, one for each of our companies.}
   * @param files what they added
   */
  @Schema(name = "SupportMessage")
  public record Message(Instant at, Actor by, @Nullable String text, List<File> files) {}

  /**
   * A file of a message; {@code GET …/files/{fileId}} of the case hands it out.
   *
   * @param id the id of the file
   * @param name what it was called. Example: {@code business-licence.pdf}.
   * @param mediaType what it is by its content. Example: {@code application/pdf}.
   * @param size in bytes. Example: {@code 48213}.
   */
  @Schema(name = "SupportFile")
  public record File(UUID id, String name, String mediaType, long size) {}

  /**
   * One part of a split.
   *
   * @param amount tax included
   * @param title whom its Fapiao is issued to
   * @param applicationId the draft to confirm; absent before the approval
   */
  @Schema(name = "SplitPart")
  public record Part(Amount amount, BuyerData title, @Nullable UUID applicationId) {}

  /**
   * What a lead decided.
   *
   * @param approve true when they approved, false when they refused
   * @param at when
   */
  @Schema(name = "SupportApproval")
  public record Approval(boolean approve, Instant at) {}

  /**
   * What to send back before the Fapiao can be issued under another title.
   *
   * @param situation what decides on it
   * @param copies the copies of each Fapiao to send back; empty when nothing is to be sent
   * @param text the same in words of the caller's language, with what holds for a tax that was
   *     deducted already. Example: {@code This Fapiao is electronic: nothing is to be sent back.}
   * @param recipient who receives the papers; absent when nothing is to be sent, as are the next
   *     two. Example: {@code Fapiao service centre, Zhu qin qin}.
   * @param address where, in the caller's language. Example: {@code Shanghai, Pudong New Area,
   *     Keyuan Road No. 88, German Center, building 3, 657}.
   * @param phone the recipient's telephone. Example: {@code 021-28986102}.
   * @param parcel the parcel they are in; absent until the customer enters it
   */
  @Schema(name = "SendBack")
  public record SendBack(
      ReturnSituation situation,
      List<PaperCopy> copies,
      String text,
      @Nullable String recipient,
      @Nullable String address,
      @Nullable String phone,
      @Nullable Parcel parcel) {}

  /**
   * The parcel that the customer sent back.
   *
   * @param carrier the courier as the customer named it. Example: {@code 顺丰速运}.
   * @param waybill its number. Example: {@code SF1234567890123}.
   * @param enteredAt when they told of it
   */
  @Schema(name = "ReturnParcel")
  public record Parcel(String carrier, String waybill, Instant enteredAt) {}
}
