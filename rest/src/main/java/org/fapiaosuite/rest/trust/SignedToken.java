package org.fapiaosuite.rest.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Set;

/**
 * A token as it came, not yet verified: what its header says may choose among keys that are
 * believed anyway, and nothing else. The header is a stranger's: it may hold any JSON, and whatever
 * it holds, the worst that comes of it is that the token is not believed.
 *
 * @param keyId empty when it names none
 * @param type the header {@code typ}, empty when there is none
 */
public record SignedToken(String text, String keyId, String type) {

  private static final ObjectReader HEADER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);

  /**
   * Reads a token in compact form (RFC 7515, 3.1).
   *
   * @throws ParseException when it is no signed token, its algorithm is another than ES256, or it
   *     demands an extension
   */
  public static SignedToken of(String text) throws ParseException {
    int headerEnd = text.indexOf('.');
    if (headerEnd < 0) {
      throw new ParseException("not a token");
    }
    JsonNode header = header(text.substring(0, headerEnd));
    if (!header.isObject() || header.has("crit") || !"ES256".equals(text(header, "alg"))) {
      throw new ParseException("not a token of this suite");
    }
    return new SignedToken(text, text(header, "kid"), text(header, "typ"));
  }

  private static JsonNode header(String encoded) throws ParseException {
    try {
      return HEADER.readValue(new String(Base64.getUrlDecoder().decode(encoded), UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new ParseException("not a token", e);
    }
  }

  private static String text(JsonNode header, String name) throws ParseException {
    JsonNode value = header.path(name);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw new ParseException(name + " is no text");
    }
    return value.asText();
  }

  /**
   * Verifies the token with ES256, whatever it says of itself.
   *
   * @param configured what is demanded of every token, such as that it has not expired
   * @throws ParseException when it is not signed with that key, by that issuer for that audience
   */
  public JWTCallerPrincipal verify(
      JWTAuthContextInfo configured, PublicKey key, String issuer, String audience)
      throws ParseException {
    JWTAuthContextInfo expected = new JWTAuthContextInfo(configured);
    expected.setPublicKeyLocation(null);
    expected.setPublicVerificationKey(key);
    expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    expected.setIssuedBy(issuer);
    expected.setExpectedAudience(Set.of(audience));
    try {
      return new DefaultJWTCallerPrincipalFactory().parse(text, expected);
    } catch (RuntimeException e) { // the library casts what a stranger wrote
      throw new ParseException("not a token", e);
    }
  }
}
