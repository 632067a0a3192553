package org.fapiaosuite.fapiao.title;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.fapiaosuite.fapiao.sealing.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's part of a Fapiao (抬头), checked and normalised by {@link BuyerRules}. Taxpayer id and
 * bank account are stored encrypted.
 *
 * @param address registered address, without telephone
 * @param phone registered telephone
 * @param checkDigitConfirmedAt when the customer confirmed that the taxpayer id stands on the
 *     certificate as it is, although its check character is wrong: kept as evidence, null for every
 *     other id
 */
@Embeddable
public record Buyer(
    @Enumerated(EnumType.STRING) @Column(name = "title_type") TitleType titleType,
    @Column(name = "buyer_name") String name,
    @Convert(converter = SealedText.class) @Column(name = "taxpayer_id")
        @Nullable String taxpayerId,
    @Column(name = "buyer_address") @Nullable String address,
    @Column(name = "buyer_phone") @Nullable String phone,
    @Column(name = "bank_name") @Nullable String bankName,
    @Convert(converter = SealedText.class) @Column(name = "bank_account")
        @Nullable String bankAccount,
    @Column(name = "check_digit_confirmed_at") @Nullable Instant checkDigitConfirmedAt) {

  /** A buyer whose taxpayer id, if any, needs no confirmation. */
  public Buyer(
      TitleType titleType,
      String name,
      @Nullable String taxpayerId,
      @Nullable String address,
      @Nullable String phone,
      @Nullable String bankName,
      @Nullable String bankAccount) {
    this(titleType, name, taxpayerId, address, phone, bankName, bankAccount, null);
  }

  /** The same without what only a special Fapiao has to print: address, phone and bank. */
  public Buyer withoutContact() {
    return new Buyer(titleType, name, taxpayerId, null, null, null, null);
  }

  /** A pseudonym for the name, and nothing else. */
  public Buyer forgotten(UnaryOperator<String> pseudonym) {
    return new Buyer(titleType, pseudonym.apply(name), null, null, null, null, null);
  }

  /** What makes two titles the same: kind of buyer and printed name. */
  public String key() {
    return titleType + ":" + name;
  }
}
