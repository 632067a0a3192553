package org.fapiaosuite.fapiao.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text column that holds ciphertext. */
@Converter
@ApplicationScoped
public class SealedText implements AttributeConverter<String, byte[]> {

  private final Sealing sealing;

  public SealedText(Sealing sealing) {
    this.sealing = sealing;
  }

  @Override
  public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
    return text == null ? null : sealing.seal(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable String convertToEntityAttribute(byte @Nullable [] sealed) {
    return sealed == null ? null : new String(sealing.open(sealed), StandardCharsets.UTF_8);
  }
}
