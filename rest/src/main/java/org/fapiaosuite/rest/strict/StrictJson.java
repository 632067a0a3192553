package org.fapiaosuite.rest.strict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Reads JSON to the letter: nothing unknown, nothing twice, nothing after the end, no value of one
 * kind taken for another, and bounds on size and depth, so that what is validated is what was sent.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(20)
          .maxStringLength(16 * 1024)
          .maxNameLength(100)
          .maxNumberLength(30)
          .maxDocumentLength(BodyLimit.STANDARD)
          .build();

  @Override
  @SuppressWarnings("deprecation") // Quarkus hands out a finished mapper, so no builder to ask
  public void customize(ObjectMapper mapper) {
    mapper.getFactory().setStreamReadConstraints(BOUNDS);
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    mapper.registerModule(
        new SimpleModule("strict")
            .addDeserializer(String.class, new PlainText())
            .setDeserializerModifier(new ExactEnums()));
  }

  /** Enum constants by their exact name, where Jackson itself would trim. */
  private static final class ExactEnums extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> lenient) {
      return new JsonDeserializer<Object>() {
        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
          if (parser.hasToken(JsonToken.VALUE_STRING)
              && !parser.getText().equals(parser.getText().strip())) {
            return context.handleWeirdStringValue(type.getRawClass(), parser.getText(), "spaces");
          }
          return lenient.deserialize(parser, context);
        }
      };
    }
  }

  /** A JSON string without NUL (PostgreSQL cannot store it) and without half a surrogate pair. */
  private static final class PlainText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    PlainText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getText();
      if (!isStorable(text)) {
        return context.reportInputMismatch(this, "not storable");
      }
      return text;
    }

    private static boolean isStorable(String text) {
      for (int i = 0; i < text.length(); i++) {
        char at = text.charAt(i);
        if (at == 0 || Character.isLowSurrogate(at)) {
          return false;
        }
        if (Character.isHighSurrogate(at)
            && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
          return false;
        }
      }
      return true;
    }
  }
}
