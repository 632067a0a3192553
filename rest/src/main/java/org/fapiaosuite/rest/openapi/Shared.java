package org.fapiaosuite.rest.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The parameters and headers that mean the same wherever they stand. Each is declared once, in the
 * document of a service that has it, and referred to.
 */
final class Shared {

  private static final String QUERY_LIMIT = "limit";
  private static final String QUERY_CURSOR = "cursor";

  private static final Map<String, Parameter> PARAMETERS =
      Map.of(
          "Accept-Language",
          parameter(
              "The language of texts that people read: `zh-CN`, `en` or `de`, with qualities if you"
                  + " like (RFC 9110, 12.5.4). English when none of these is asked for.",
              text(200).examples(List.of("zh-CN,zh;q=0.9,en;q=0.5"))),
          "If-None-Match",
          parameter(
              "The `ETag` of the answer you have. While it is still the current one the answer is"
                  + " 304, without a body.",
              text(200).examples(List.of("\"3\""))),
          "If-Match",
          parameter(
              "The `ETag` you read, so that no change of somebody else is overwritten: 412 when it"
                  + " is not the current one any more. PUT and PATCH demand it of what exists"
                  + " already (428 without); for actions it is optional.",
              text(200).examples(List.of("\"3\""))),
          "Idempotency-Key",
          parameter(
              "Makes a repetition safe: the same key with the same content gets the first answer"
                  + " again, for a day. With other content it is refused with 422, and with 409 while"
                  + " the first request is still under way. Choose a new UUID for each intention.",
              text(255).examples(List.of("0b6f9a44-0d3c-4f4e-9d6c-2a1c5b7e8f90"))),
          QUERY_LIMIT,
          parameter(
              "How many items a page has at most.",
              OASFactory.createSchema()
                  .addType(Schema.SchemaType.INTEGER)
                  .format("int32")
                  .minimum(BigDecimal.ONE)
                  .maximum(BigDecimal.valueOf(100))
                  .defaultValue(20)
                  .examples(List.of(20))),
          QUERY_CURSOR,
          parameter(
              "`nextCursor` of the page before; leave it out for the first page. Opaque, and good"
                  + " for this list alone.",
              text(500).examples(List.of("AAAAAAZcH2aHaDE2"))));

  private static final Map<String, Header> HEADERS =
      Map.of(
          "ETag",
          header(
              "The version of what is answered; send it back in `If-Match` or `If-None-Match`.",
              text(200).examples(List.of("\"3\""))),
          "Location",
          header(
              "Where the new resource is.",
              text(500)
                  .format("uri-reference")
                  .examples(List.of("/api/v1/things/01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22"))),
          "Content-Disposition",
          header(
              "The file name to keep the document under (RFC 6266).",
              text(300).examples(List.of("inline; filename=\"E0700K3M9Q.pdf\""))),
          "Set-Cookie",
          header(
              "A cookie to keep and send back, or to drop when its age is 0; its name stands in the"
                  + " security schemes.",
              text(4096)
                  .examples(
                      List.of("__Host-x=c2VjcmV0; Path=/; Secure; HttpOnly; SameSite=Strict"))),
          "Retry-After",
          header("Seconds to wait before the next try.", wholeNumber(2)),
          "RateLimit",
          header(
              "What is left of the caller's limit and in how many seconds it is whole again"
                  + " (draft-ietf-httpapi-ratelimit-headers).",
              text(200).examples(List.of("\"general\";r=99;t=1"))),
          "RateLimit-Policy",
          header(
              "The limit that this request counts towards: requests `q` in seconds `w`.",
              text(200).examples(List.of("\"general\";q=100;w=2"))),
          "Content-Language",
          header("The language of title and detail.", text(10).examples(List.of("en"))),
          "WWW-Authenticate",
          header("How to authenticate (RFC 6750).", text(200).examples(List.of("Bearer"))));

  private final Components components;

  Shared(Components components) {
    this.components = components;
  }

  /** The name of a parameter, its own or the one it refers to. */
  static String nameOf(Parameter parameter) {
    String ref = parameter.getRef();
    String name = parameter.getName();
    return ref != null ? ref.substring(ref.lastIndexOf('/') + 1) : name == null ? "" : name;
  }

  /** Whether the parameter is one of the shared ones. */
  static boolean has(Parameter parameter) {
    return PARAMETERS.containsKey(nameOf(parameter));
  }

  /** Declares the headers that an annotation refers to. */
  void declare(APIResponse answer) {
    if (answer.getHeaders() != null) {
      answer.getHeaders().keySet().stream().filter(HEADERS::containsKey).forEach(this::header);
    }
  }

  /** A reference to a shared parameter. */
  Parameter parameter(String name) {
    boolean query = name.equals(QUERY_LIMIT) || name.equals(QUERY_CURSOR);
    Parameter declared = Objects.requireNonNull(PARAMETERS.get(name), name);
    components.addParameter(
        name, declared.name(name).in(query ? Parameter.In.QUERY : Parameter.In.HEADER));
    return OASFactory.createParameter().ref("#/components/parameters/" + name);
  }

  /** A reference to a shared header. */
  Header header(String name) {
    components.addHeader(name, Objects.requireNonNull(HEADERS.get(name), name));
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }

  private static Parameter parameter(String description, Schema schema) {
    return OASFactory.createParameter().description(description).schema(schema);
  }

  private static Header header(String description, Schema schema) {
    return OASFactory.createHeader().description(description).schema(schema);
  }

  private static Schema text(int longest) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(longest);
  }

  private static Schema wholeNumber(int example) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.INTEGER)
        .format("int32")
        .minimum(BigDecimal.ONE)
        .examples(List.of(example));
  }
}
