package org.fapiaosuite.fapiao.money;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Money in the database: a bigint of fen. */
@Converter(autoApply = true)
public class MoneyColumn implements AttributeConverter<Money, Long> {

  @Override
  public @Nullable Long convertToDatabaseColumn(@Nullable Money money) {
    return money == null ? null : money.fen();
  }

  @Override
  public @Nullable Money convertToEntityAttribute(@Nullable Long fen) {
    return fen == null ? null : Money.ofFen(fen);
  }
}
