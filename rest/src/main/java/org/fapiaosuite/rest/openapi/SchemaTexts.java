package org.fapiaosuite.rest.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every record and enum what its Javadoc says, and which properties are always there: all
 * but the {@code @Nullable} ones, which are absent when there is nothing to say.
 */
final class SchemaTexts {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

  private final Types types;

  SchemaTexts(Types types) {
    this.types = types;
  }

  void complete(Map<String, Schema> schemas) {
    schemas.forEach(
        (name, schema) ->
            types
                .of(name, schema)
                .ifPresent(
                    type -> {
                      Javadoc javadoc = Javadoc.of(type.name().toString());
                      describe(schema, javadoc.text("description"));
                      if (type.isEnum()) {
                        explain(schema, type, javadoc);
                      } else {
                        complete(schema, type, javadoc);
                      }
                    }));
  }

  private static void complete(Schema schema, ClassInfo type, Javadoc javadoc) {
    List<String> required = new ArrayList<>();
    for (RecordComponentInfo component : type.recordComponents()) {
      String name = Types.propertyOf(type, component);
      Schema property = Objects.requireNonNull(schema.getProperties().get(name), name);
      describe(property, javadoc.text("param." + component.name()));
      if (!component.type().hasAnnotation(NULLABLE) && property.getDefaultValue() == null) {
        required.add(name);
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
  }

  /** What each value of an enum means, as a list. */
  private static void explain(Schema schema, ClassInfo type, Javadoc javadoc) {
    StringBuilder meanings = new StringBuilder();
    for (FieldInfo constant : type.enumConstants()) {
      Text text = javadoc.text("constant." + constant.name());
      if (text != null) {
        meanings.append("\n- `").append(constant.name()).append("`: ").append(text.words());
      }
    }
    if (!meanings.isEmpty()) {
      String description = schema.getDescription();
      schema.setDescription((description == null ? "" : description) + '\n' + meanings);
    }
    Examples.add(schema, List.of(type.enumConstants().get(0).name()));
  }

  static void describe(Schema schema, @Nullable Text text) {
    if (text != null) {
      schema.setDescription(text.words());
      Examples.add(schema, text.examples());
    }
  }
}
