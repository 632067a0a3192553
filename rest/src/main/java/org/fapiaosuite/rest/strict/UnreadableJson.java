package org.fapiaosuite.rest.strict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;

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
      return notAcceptable(field, format.getTargetType());
    }
    return field.isEmpty()
        ? StandardProblem.UNREADABLE.with()
        : StandardProblem.UNREADABLE.with().violation(field, "violation.unreadable");
  }

  private static ProblemException notAcceptable(String field, Class<?> target) {
    ProblemException problem = StandardProblem.VALIDATION.with();
    if (target.isEnum()) {
      String names =
          Arrays.stream(target.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
      return problem.violation(field, "violation.one-of", names);
    }
    if (target == UUID.class) {
      return problem.violation(field, "violation.uuid");
    }
    return problem.violation(
        field, target == LocalDate.class ? "violation.date" : "violation.value");
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
