package org.fapiaosuite.account.claimreview;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.account.claim.Claim;
import org.fapiaosuite.account.claim.ClaimReview.Reviewed;
import org.fapiaosuite.account.claim.StaffWord;
import org.fapiaosuite.account.order.PaidOrder;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A claim as staff see it.
 *
 * @param id of the claim
 * @param orderNumber the order claimed. Example: {@code E0700K3M9Q}.
 * @param status how it stands
 * @param claimant who claims it
 * @param payer who paid, as far as that is known; absent while no payment is
 * @param madeAt when it was made
 * @param waitingSince since when it waits; absent when it does not
 * @param prepared what somebody would grant it on; absent when nobody would
 * @param approved what somebody else granted it on; absent when the payer did or it is not granted
 */
@Schema(name = "StaffClaim")
public record StaffClaimView(
    UUID id,
    String orderNumber,
    ClaimStanding status,
    ClaimantView claimant,
    @Nullable ClaimPayerView payer,
    Instant madeAt,
    @Nullable Instant waitingSince,
    @Nullable StaffWordView prepared,
    @Nullable StaffWordView approved) {

  /**
   * Who claims an order.
   *
   * @param accountId their account
   * @param email what they sign in with. Example: {@code assistant@contoso.example}.
   */
  @Schema(name = "Claimant")
  public record ClaimantView(UUID accountId, String email) {}

  /**
   * Who paid for it.
   *
   * @param name as the platform told it. Example: {@code 上海示例科技有限公司}.
   * @param email where they were asked; absent when they could not be. Example: {@code
   *     finance@contoso.example}.
   */
  @Schema(name = "ClaimPayer")
  public record ClaimPayerView(@Nullable String name, @Nullable String email) {}

  /**
   * What somebody of staff says.
   *
   * @param by their account
   * @param at when they did
   * @param evidence what was shown. Example: {@code Purchase contract 2026-117}.
   */
  @Schema(name = "ClaimEvidence")
  public record StaffWordView(UUID by, Instant at, String evidence) {}

  static StaffClaimView of(Reviewed reviewed) {
    Claim claim = reviewed.claim();
    return new StaffClaimView(
        claim.id(),
        claim.orderNumber(),
        ClaimStanding.of(claim.status()),
        new ClaimantView(reviewed.claimant().id(), reviewed.claimant().email().text()),
        payer(reviewed.order()),
        claim.madeAt(),
        claim.waitingSince(),
        word(claim.prepared()),
        word(claim.approved()));
  }

  private static @Nullable ClaimPayerView payer(@Nullable PaidOrder order) {
    return order == null
        ? null
        : new ClaimPayerView(order.payerName(), order.payer().map(EmailAddress::text).orElse(null));
  }

  private static @Nullable StaffWordView word(@Nullable StaffWord word) {
    return word == null ? null : new StaffWordView(word.by(), word.at(), word.evidence());
  }
}
