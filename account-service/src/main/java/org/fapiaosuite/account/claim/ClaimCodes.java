package org.fapiaosuite.account.claim;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.order.PaidOrder;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.secret.SecretSource;
import org.fapiaosuite.kernel.OrderNumber;
import org.jspecify.annotations.Nullable;

/** The code in an order's confirmation mail (130 bits): who has it may claim the order. */
@ApplicationScoped
public class ClaimCodes implements SecretSource {

  private static final String WRONG = "wrong-claim-code";
  private static final Duration DAY = Duration.ofDays(1);

  /** Nothing but the hash, so that a payer who is forgotten meanwhile stays forgotten. */
  private static final String REMEMBER =
      """
      UPDATE paid_order SET claim_code_hash = hash
      FROM unnest(?, ?) code (number, hash) WHERE order_number = number RETURNING order_number
      """;

  private final AgroalDataSource database;
  private final SecretDesk secrets;
  private final Tallies tallies;
  private final LimitConfig limits;

  ClaimCodes(AgroalDataSource database, SecretDesk secrets, Tallies tallies, LimitConfig limits) {
    this.database = database;
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
    return Optional.ofNullable(mintAll(List.of(orderNumber)).get(orderNumber))
        .map(code -> new Minted(code, null));
  }

  /** The codes of those of these orders that are known, by the number as it was asked for. */
  @Transactional
  public Map<String, String> mintAll(Collection<String> orderNumbers) {
    Map<String, String> codes = new TreeMap<>();
    for (String asked : orderNumbers) {
      // A mail of before there was one form asks for the number as it was told then.
      codes.put(asked, secrets.secret(SecretKind.CLAIM_CODE, asked));
      OrderNumber.parse(asked)
          .map(OrderNumber::text)
          .ifPresent(number -> codes.put(number, secrets.secret(SecretKind.CLAIM_CODE, number)));
    }
    codes.keySet().retainAll(remember(codes));
    Map<String, String> answer = new HashMap<>();
    for (String asked : orderNumbers) {
      String number = OrderNumber.parse(asked).map(OrderNumber::text).orElse(asked);
      String code = codes.getOrDefault(asked, codes.get(number));
      if (code != null) {
        answer.put(asked, code);
      }
    }
    return answer;
  }

  /** Remembers what to compare with; which of the orders are known. */
  private Set<String> remember(Map<String, String> codes) {
    Object[] hashes =
        codes.values().stream().map(code -> secrets.hashOf(SecretKind.CLAIM_CODE, code)).toArray();
    Set<String> known = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
      remember.setArray(1, connection.createArrayOf("text", codes.keySet().toArray()));
      remember.setArray(2, connection.createArrayOf("text", hashes));
      try (ResultSet rows = remember.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
      return known;
    } catch (SQLException e) {
      throw new IllegalStateException("claim codes cannot be remembered", e);
    }
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
