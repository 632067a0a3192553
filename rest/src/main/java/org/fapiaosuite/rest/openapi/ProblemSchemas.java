package org.fapiaosuite.rest.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.fapiaosuite.rest.problem.ProblemTexts;
import org.fapiaosuite.rest.problem.ProblemType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** The body of every problem (RFC 9457), with each type that can come and what it means. */
final class ProblemSchemas {

  /** What only the gateway answers, in front of every service; see its problem.Problem. */
  private static final Map<String, String> OF_THE_GATEWAY =
      Map.of(
          "ambiguous-path", "400, the path can be understood in more than one way",
          "forbidden-origin", "403, pages of this origin may not call the API",
          "request-timeout", "408, the body did not arrive completely in time",
          "uri-too-long", "414, path and query have more than 4,096 characters",
          "expectation-failed", "417, only `Expect: 100-continue` is understood",
          "headers-too-large", "431, the headers have more than 8 KiB together",
          "bad-gateway", "502, the service gave no usable answer",
          "gateway-timeout", "504, the service did not answer in time");

  private static final String URN = "urn:fapiaosuite:problem:";

  private ProblemSchemas() {}

  static void describe(Components components, IndexView index) {
    components.removeSchema("HttpValidationProblem");
    components.addSchema("Violation", violation());
    components.addSchema("HttpProblem", problem(types(index)));
  }

  /** Slug to meaning, of this service, the libraries it uses and the gateway. */
  private static Map<String, String> types(IndexView index) {
    Map<String, String> types = new TreeMap<>(OF_THE_GATEWAY);
    Collection<ClassInfo> catalogues = index.getAllKnownImplementations(ProblemType.class);
    for (ClassInfo catalogue : catalogues) {
      Javadoc javadoc = Javadoc.of(catalogue.name().toString());
      for (ProblemType type : constants(catalogue)) {
        Text text = javadoc.text("constant." + ((Enum<?>) type).name());
        String meaning =
            text == null ? ProblemTexts.title(type, Locale.ENGLISH) : uncapitalised(text.words());
        types.put(type.slug(), type.status() + ", " + meaning);
      }
    }
    return types;
  }

  private static List<ProblemType> constants(ClassInfo catalogue) {
    try {
      Class<?> type =
          Class.forName(
              catalogue.name().toString(), true, Thread.currentThread().getContextClassLoader());
      List<ProblemType> constants = new ArrayList<>();
      if (type.isEnum()) {
        for (Object constant : type.getEnumConstants()) {
          constants.add((ProblemType) constant);
        }
      }
      return constants;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String uncapitalised(String words) {
    String inner = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return inner.substring(0, 1).toLowerCase(Locale.ROOT) + inner.substring(1);
  }

  private static Schema problem(Map<String, String> types) {
    StringBuilder meanings = new StringBuilder("What kind of problem it is; stable.\n");
    List<Object> urns = new ArrayList<>();
    types.forEach(
        (slug, meaning) -> {
          urns.add(URN + slug);
          meanings.append("\n- `").append(URN).append(slug).append("`: ").append(meaning);
        });
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description(
            "Why a request was refused (RFC 9457). Programs look at `type`, people at `title` and"
                + " `detail`, which are in the language asked for.")
        .required(List.of("type", "title", "status", "detail", "traceId"))
        .addProperty(
            "type", text(meanings.toString(), URN + "validation").format("uri").enumeration(urns))
        .addProperty("title", text("The type in a few words.", "Some values are not acceptable"))
        .addProperty("status", status())
        .addProperty(
            "detail",
            text(
                "What happened this time, and what can be done about it.",
                "The request was understood, but some of its values are not acceptable; see the"
                    + " violations."))
        .addProperty(
            "traceId",
            text(
                    "Ties the answer to the logs: 32 hex digits (W3C Trace Context). Name it when"
                        + " you ask about this request.",
                    "4bf92f3577b34da6a3ce929d0e0e4736")
                .pattern("[0-9a-f]{32}"))
        .addProperty(
            "state",
            text(
                "The state that stood in the way of an action, where there is one, as the resource"
                    + " itself tells it.",
                "CANCELLED"))
        .addProperty(
            "violations",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description("Each value that is not acceptable; only with 400 and 422.")
                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")));
  }

  private static Schema status() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.INTEGER)
        .format("int32")
        .description("The HTTP status, once more.")
        .minimum(BigDecimal.valueOf(400))
        .maximum(BigDecimal.valueOf(599))
        .examples(List.of(422));
  }

  private static Schema violation() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("A value that is not acceptable.")
        .required(List.of("field", "message"))
        .addProperty(
            "field",
            text("Where it stands in the body, or the name of the parameter.", "items[0].billId"))
        .addProperty(
            "message", text("What is wrong with it, in the language asked for.", "must be a UUID"));
  }

  private static Schema text(String description, String example) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .description(description)
        .examples(List.of(example));
  }
}
