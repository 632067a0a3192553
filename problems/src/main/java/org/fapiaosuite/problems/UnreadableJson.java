package org.fapiaosuite.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;

/**
 * Tells what is wrong with JSON that does not fit: text that is no value of its field (an enum
 * name, an id, a date) is 422, everything else 400. Only field names are passed on, never the
 * parser's words.
 */
final class UnreadableJson {

  private static final int LONGEST_FIELD = 100;

  private UnreadableJson() {}

  static ProblemException problem(JsonProcessingException trouble) {
    if (!(trouble instanceof JsonMappingException mapping)) {
      return StandardProblem.UNREADABLE.with();
    }
    String field = field(mapping);
    if (mapping instanceof InvalidFormatException format && isWellTypedText(format)) {
      return StandardProblem.VALIDATION.with().violation(field, "violation.value");
    }
    return field.isEmpty()
        ? StandardProblem.UNREADABLE.with()
        : StandardProblem.UNREADABLE.with().violation(field, "violation.unreadable");
  }

  private static boolean isWellTypedText(InvalidFormatException format) {
    Class<?> target = format.getTargetType();
    return format.getValue() instanceof String
        && !target.isPrimitive()
        && !Number.class.isAssignableFrom(target)
        && target != Boolean.class
        && target != String.class;
  }

  /** {@code items[0].billId}; empty when it is too long to be one of ours. */
  private static String field(JsonMappingException mapping) {
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.length() > LONGEST_FIELD ? "" : field.toString();
  }
}
