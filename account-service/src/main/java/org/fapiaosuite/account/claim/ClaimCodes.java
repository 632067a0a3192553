package org.fapiaosuite.account.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.order.PaidOrder;
import org.fapiaosuite.account.order.PaidOrders;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.secret.SecretSource;
import org.fapiaosuite.kernel.OrderNumber;
import org.jspecify.annotations.Nullable;

/** The code in an order's confirmation mail (130 bits): who has it may claim the order. */
@ApplicationScoped
class ClaimCodes implements SecretSource {

  private static final String WRONG = "wrong-claim-code";
  private static final Duration DAY = Duration.ofDays(1);

  private final PaidOrders orders;
  private final SecretDesk secrets;
  private final Tallies tallies;
  private final LimitConfig limits;

  ClaimCodes(PaidOrders orders, SecretDesk secrets, Tallies tallies, LimitConfig limits) {
    this.orders = orders;
    this.secrets = secrets;
    this.tallies = tallies;
    this.limits = limits;
  }

  @Override
  public boolean serves(SecretKind kind) {
    return kind == SecretKind.CLAIM_CODE;
  }

  @Override
  @Transactional
  public Optional<Minted> mint(SecretKind kind, String orderNumber) {
    return orders
        .findByIdOptional(orderNumber)
        // A mail of before there was one form asks for the number as it was told then.
        .or(() -> OrderNumber.parse(orderNumber).map(OrderNumber::text).map(orders::findById))
        .map(
            order -> {
              String code = secrets.secret(SecretKind.CLAIM_CODE, order.orderNumber());
              order.rememberClaimCode(secrets.hashOf(SecretKind.CLAIM_CODE, code));
              return new Minted(code, null);
            });
  }

  /** Whether the hash is of the order's code. After too many wrong ones in a day none is right. */
  boolean isRight(PaidOrder order, @Nullable String hash) {
    int most = limits.wrongClaimCodesPerOrderAndDay();
    if (hash == null || tallies.isUsedUp(WRONG, order.orderNumber(), DAY, most)) {
      return false;
    }
    boolean right = order.isClaimCode(hash);
    if (!right) {
      tallies.count(WRONG, order.orderNumber(), DAY, most);
    }
    return right;
  }
}
