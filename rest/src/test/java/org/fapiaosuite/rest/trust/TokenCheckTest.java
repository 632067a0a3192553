package org.fapiaosuite.rest.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCheckTest {

  private static final String SUITE = "fapiao-suite";
  private static final int MOST = 3;

  private final Map<String, PublicKey> believed = new HashMap<>();
  private final Set<String> takenBack = new HashSet<>();
  private final JWTAuthContextInfo demanded = new JWTAuthContextInfo();
  private final VerifiedTokens remembered = new VerifiedTokens(Configured.remembering(MOST), now());
  private final TokenCheck check =
      new TokenCheck(
          id -> Optional.ofNullable(believed.get(id)),
          List.of(),
          List.of(token -> takenBack.contains(token.getSubject())),
          remembered);

  @BeforeEach
  void whatIsDemandedOfEveryToken() {
    demanded.setIssuedBy(SUITE);
    demanded.setExpectedAudience(Set.of(SUITE));
    demanded.setClockSkew(30);
  }

  @Test
  void a_good_token_is_verified_once() throws Exception {
    String token = access(believed("one"));

    assertSame(check.parse(token, demanded), check.parse(token, demanded));
    assertEquals(1, remembered.size());
  }

  @Test
  void a_remembered_token_falls_with_its_key() throws Exception {
    // Given
    Signer signer = believed("one");
    String token = access(signer);
    check.parse(token, demanded);

    // When, Then
    believed.clear();
    assertRefused(token);
    believed("one"); // another key of the same name
    assertRefused(token);
    believed.put("one", signer.key().getPublicKey());
    assertNotNull(check.parse(token, demanded));
  }

  @Test
  void a_remembered_token_falls_when_it_is_taken_back() throws Exception {
    // Given
    String token = access(believed("one"));
    String subject = check.parse(token, demanded).getSubject();

    // When
    takenBack.add(subject);

    // Then
    assertRefused(token);
    assertRefused(token);
  }

  @Test
  void as_many_tokens_are_remembered_as_configured_and_all_are_believed() throws Exception {
    // Given
    Signer signer = believed("one");
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 4 * MOST; i++) {
      tokens.add(access(signer));
    }

    // When
    for (String token : tokens) {
      check.parse(token, demanded);
    }

    // Then
    assertEquals(MOST, remembered.size());
    for (String token : tokens) {
      assertNotNull(check.parse(token, demanded));
    }
  }

  @Test
  void what_is_refused_is_not_remembered() throws Exception {
    // Given
    Signer signer = believed("one");
    Signer stranger = Signer.named("one");
    Instant soon = Instant.now().plusSeconds(100);

    // When, Then
    assertRefused(access(stranger));
    assertRefused(signer.token("at+jwt", SUITE, SUITE, "LEAD", Instant.now().minusSeconds(31)));
    assertRefused(signer.token("at+jwt", SUITE, SUITE, ServiceTrust.ROLE, soon));
    assertRefused(signer.token("at+jwt", "somebody", SUITE, "LEAD", soon));
    assertRefused(signer.token("at+jwt", SUITE, "somebody", "LEAD", soon));
    assertRefused(signer.token("JWT", SUITE, SUITE, "LEAD", soon));
    assertEquals(0, remembered.size());
  }

  @Test
  void a_remembered_token_is_forgotten_at_its_end() throws Exception {
    // Given
    Instant end = Instant.now().plusSeconds(100);
    String text = believed("one").token("at+jwt", SUITE, SUITE, "LEAD", end);
    SignedToken token = SignedToken.of(text);
    VerifiedTokens later =
        new VerifiedTokens(
            Configured.remembering(MOST), Clock.fixed(end.plusSeconds(30), ZoneOffset.UTC));

    // When
    later.remember(
        token,
        Objects.requireNonNull(believed.get("one")),
        check.parse(text, demanded),
        Duration.ofSeconds(29));

    // Then
    assertTrue(later.find(text).isEmpty());
    assertEquals(0, later.size());
    assertTrue(remembered.find(text).isPresent());
  }

  @Test
  void a_service_is_believed_as_a_service_where_it_is_trusted(@TempDir Path folder)
      throws Exception {
    // Given
    Signer mails = Signer.named("notification-service");
    TokenCheck trusting = trusting(mails, folder);
    Instant soon = Instant.now().plusSeconds(100);
    String token = service(mails, "account-service", "SERVICE", soon);

    // When, Then
    assertSame(trusting.parse(token, demanded), trusting.parse(token, demanded));
    assertRefused(token);
    for (String wrong :
        List.of(
            service(mails, "fapiao-service", "SERVICE", soon),
            service(mails, "account-service", "ADMIN", soon),
            service(Signer.named("notification-service"), "account-service", "SERVICE", soon),
            mails.token("at+jwt", mails.keyId(), "account-service", "SERVICE", soon))) {
      assertThrows(ParseException.class, () -> trusting.parse(wrong, demanded));
    }
  }

  private TokenCheck trusting(Signer signer, Path folder) throws IOException {
    Path file = folder.resolve("trust.jwks.json");
    Files.writeString(file, Signer.published(signer));
    return new TokenCheck(
        id -> Optional.empty(),
        List.of(new ServiceTrust("account-service", file)),
        List.of(),
        remembered);
  }

  private static String service(Signer signer, String audience, String group, Instant end)
      throws JoseException {
    return signer.token("JWT", signer.keyId(), audience, group, end);
  }

  private Signer believed(String keyId) throws JoseException {
    Signer signer = Signer.named(keyId);
    believed.put(keyId, signer.key().getPublicKey());
    return signer;
  }

  private static String access(Signer signer) throws JoseException {
    return signer.token("at+jwt", SUITE, SUITE, "LEAD", Instant.now().plusSeconds(100));
  }

  private void assertRefused(String token) {
    assertThrows(ParseException.class, () -> check.parse(token, demanded));
  }

  private static Clock now() {
    return Clock.systemUTC();
  }
}
