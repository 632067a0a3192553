package org.fapiaosuite.rest.strict;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Tells a query parameter that is not of its kind as what it is, a value that is not acceptable;
 * Jakarta REST would have it that the address does not exist (specification 3.2), which is right
 * for what stands in the path and misleading for a filter.
 */
@Provider
public class StrictQuery implements ParamConverterProvider {

  private static final int UUID_LENGTH = 36;

  /** What a kind of parameter is read with, and the message when that fails. */
  private record Kind(Function<String, Object> read, String messageKey, @Nullable String allowed) {}

  private static final Kind INTEGER = new Kind(Integer::valueOf, "violation.whole-number", null);
  private static final Kind LONG = new Kind(Long::valueOf, "violation.whole-number", null);
  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          int.class, INTEGER,
          Integer.class, INTEGER,
          long.class, LONG,
          Long.class, LONG,
          UUID.class, new Kind(StrictQuery::uuid, "violation.uuid", null),
          LocalDate.class, new Kind(LocalDate::parse, "violation.date", null));

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    QueryParam parameter =
        Arrays.stream(annotations)
            .filter(QueryParam.class::isInstance)
            .map(QueryParam.class::cast)
            .findFirst()
            .orElse(null);
    Kind kind = type.isEnum() ? oneOf(type) : KINDS.get(type);
    return parameter == null || kind == null ? null : new Checked<>(parameter.value(), kind);
  }

  private static Kind oneOf(Class<?> type) {
    Map<String, Object> constants = new TreeMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return new Kind(
        name -> {
          Object constant = constants.get(name);
          if (constant == null) {
            throw new IllegalArgumentException("no such constant");
          }
          return constant;
        },
        "violation.one-of",
        String.join(", ", constants.keySet()));
  }

  /** The standard form only; the JDK also takes shorter ones. */
  private static UUID uuid(String text) {
    if (text.length() != UUID_LENGTH) {
      throw new IllegalArgumentException("no UUID");
    }
    return UUID.fromString(text);
  }

  /** The JDK also reads the digits of other scripts, such as full-width ones, and a plus sign. */
  private static String plain(String text) {
    if (text.startsWith("+") || text.chars().anyMatch(c -> c > '~')) {
      throw new IllegalArgumentException("not in plain ASCII");
    }
    return text;
  }

  private record Checked<T>(String name, Kind kind) implements ParamConverter<T> {

    @Override
    @SuppressWarnings("unchecked") // the kind was chosen by this type
    public T fromString(String value) {
      try {
        return (T) kind.read().apply(plain(value));
      } catch (IllegalArgumentException | DateTimeException e) {
        if (name.equals("cursor")) {
          throw Cursor.unknown();
        }
        List<Object> allowed = kind.allowed() == null ? List.of() : List.of(kind.allowed());
        throw StandardProblem.VALIDATION
            .with()
            .violation(name, kind.messageKey(), allowed.toArray());
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
