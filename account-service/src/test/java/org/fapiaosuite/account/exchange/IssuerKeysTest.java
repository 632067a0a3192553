package org.fapiaosuite.account.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.trust.KeptKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an issuer is asked for its keys, and what is done while it is away. */
class IssuerKeysTest {

  private static final String ISSUERS = "fapiao.account.exchange.issuers.";

  private final TestIssuers server = new TestIssuers();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, KeyPair> keysBefore =
      TestIssuers.base().isEmpty() ? Map.of() : TestIssuer.keys;
  private @Nullable String before;
  private @Nullable String shelf;

  @BeforeEach
  void issuers() {
    before = System.getProperty(TestIssuers.ADDRESS);
    settings.putAll(server.start());
    TestIssuer.publish("rsa-1", "ec-1");
    settings.put("fapiao.account.exchange.keys-retry-delay", "PT1H");
  }

  /** Other tests of this JVM go on with the issuers they have. */
  @AfterEach
  void end() {
    server.stop();
    TestIssuer.keys = keysBefore;
    if (before == null) {
      System.clearProperty(TestIssuers.ADDRESS);
    } else {
      System.setProperty(TestIssuers.ADDRESS, before);
    }
  }

  @Test
  void strangers_cannot_have_the_issuer_asked_at_will() {
    IssuerKeys keys = keys("mailboxes");
    assertTrue(keys.publicKey("ec-1", "ES256").isPresent());
    int asked = TestIssuer.keysAsked();

    for (int i = 0; i < 100; i++) {
      assertTrue(keys.publicKey("unknown-" + i, "ES256").isEmpty());
    }

    assertEquals(asked, TestIssuer.keysAsked());
  }

  @Test
  void keys_outlive_a_restart_while_the_issuer_is_away() {
    keys("mailboxes").publicKey("ec-1", "ES256");
    TestIssuer.goAway(true);

    assertEquals(
        Optional.of(TestIssuer.key("ec-1").getPublic()),
        keys("mailboxes").publicKey("ec-1", "ES256"));
  }

  @Test
  void without_any_key_it_is_told_to_come_back() {
    TestIssuer.goAway(true);

    assertThrows(ProblemException.class, () -> keys("mailboxes").publicKey("ec-1", "ES256"));
  }

  @Test
  void keys_of_another_issuers_configuration_are_not_taken() {
    settings.put(ISSUERS + "customers.issuer", TestIssuers.base() + "/customers/");

    assertThrows(ProblemException.class, () -> keys("customers").publicKey("ec-1", "ES256"));
  }

  @Test
  void settings_that_cannot_work_are_refused() {
    for (Map.Entry<String, String> flaw :
        Map.of(
                "issuer", "http://id.example",
                "jwks", "http://id.example/keys",
                "platform", "simulator:x")
            .entrySet()) {
      String name = ISSUERS + "customers." + flaw.getKey();
      String sound = settings.put(name, flaw.getValue());

      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class,
              () ->
                  new TrustedIssuer("customers", issuer("customers"), keys("customers"))
                      .demandSound());

      assertTrue(String.valueOf(refused.getMessage()).startsWith(name), refused.getMessage());
      if (sound == null) {
        settings.remove(name);
      } else {
        settings.put(name, sound);
      }
    }
  }

  @Test
  void half_a_setting_for_staff_is_refused() {
    String staff = ISSUERS + "customers.staff.";
    settings.put(staff + "role-claim", "roles");
    assertFlaw(staff + "audiences must be set together");

    settings.put(staff + "audiences", "service-desk");
    assertFlaw(staff + "roles must be set together");

    settings.put(staff + "roles.clerk", "desk");
    settings.put(staff + "roles.admin", "desk,admins");
    assertFlaw(staff + "roles must have no name for two roles");

    settings.put(staff + "roles.admin", "admins");
    settings.remove(ISSUERS + "customers.audiences");
    new TrustedIssuer("customers", issuer("customers"), keys("customers")).demandSound();

    settings.remove(staff + "role-claim");
    assertFlaw(ISSUERS + "customers.audiences must name at least one");
  }

  private void assertFlaw(String start) {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () ->
                new TrustedIssuer("customers", issuer("customers"), keys("customers"))
                    .demandSound());
    assertTrue(String.valueOf(refused.getMessage()).startsWith(start), refused.getMessage());
  }

  private IssuerKeys keys(String name) {
    return new IssuerKeys(
        issuer(name),
        config(),
        new KeptKeys() {
          @Override
          public Optional<String> read() {
            return Optional.ofNullable(shelf);
          }

          @Override
          public void keep(String jwks) {
            shelf = jwks;
          }
        });
  }

  private ExchangeConfig.Issuer issuer(String name) {
    ExchangeConfig.Issuer issuer = config().issuers().get(name);
    assertTrue(issuer != null, name);
    return issuer;
  }

  private ExchangeConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(ExchangeConfig.class)
        .withSources(new PropertiesConfigSource(settings, "settings of a test", 500))
        .build()
        .getConfigMapping(ExchangeConfig.class);
  }
}
