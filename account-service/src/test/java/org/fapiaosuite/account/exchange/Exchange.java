package org.fapiaosuite.account.exchange;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fapiaosuite.account.Story;

/** How a front end exchanges the token of an issuer, and what it gets. */
public final class Exchange {

  static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
  static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private Exchange() {}

  public static Response of(String subjectToken) {
    return of(subjectToken, ID_TOKEN);
  }

  static Response of(String subjectToken, String type) {
    return form(
        Map.of("grant_type", GRANT, "subject_token", subjectToken, "subject_token_type", type));
  }

  static Response form(Map<String, ?> fields) {
    return form(fields, "/api/v1/token");
  }

  /** Asks to come in as a member of staff. */
  static Response asStaff(Map<String, Object> claims) {
    return form(
        Map.of(
            "grant_type",
            GRANT,
            "subject_token",
            TestIssuer.token(claims),
            "subject_token_type",
            ID_TOKEN,
            "scope",
            "staff"));
  }

  /** The access token of a member of staff. */
  public static String staffToken(Map<String, Object> claims) {
    return asStaff(claims).then().statusCode(200).extract().path("access_token");
  }

  /** As text, so that it is held against the description as a body. */
  static Response form(Map<String, ?> fields, String path) {
    String form =
        fields.entrySet().stream()
            .flatMap(
                field ->
                    (field.getValue() instanceof List<?> all ? all : List.of(field.getValue()))
                        .stream().map(value -> field.getKey() + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return given()
        .header("X-Forwarded-For", Story.anywhere())
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(path);
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }

  /** The access token for a token that is taken. */
  public static String accessToken(Map<String, Object> claims) {
    return of(TestIssuer.token(claims)).then().statusCode(200).extract().path("access_token");
  }

  /** What an access token says. */
  static JsonPath content(String accessToken) {
    return JsonPath.from(
        new String(
            Base64.getUrlDecoder().decode(accessToken.split("\\.")[1]), StandardCharsets.UTF_8));
  }
}
