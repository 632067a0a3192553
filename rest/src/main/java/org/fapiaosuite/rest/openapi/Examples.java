package org.fapiaosuite.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Examples as the values they are. */
final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Examples() {}

  /** Gives a schema the examples its comment ends with, unless an annotation has some already. */
  static void add(Schema schema, List<String> examples) {
    if (!examples.isEmpty() && schema.getExamples() == null) {
      schema.setExamples(examples.stream().map(example -> value(schema, example)).toList());
    }
  }

  private static Object value(Schema schema, String example) {
    List<Schema.SchemaType> types = schema.getType();
    boolean text = types == null || types.contains(Schema.SchemaType.STRING);
    if (text && !example.startsWith("{") && !example.startsWith("[")) {
      return example;
    }
    try {
      return JSON.readValue(example, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON, as its schema wants it: " + example, e);
    }
  }
}
