package org.fapiaosuite.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where pages of another site may stay signed in. */
@QuarkusTest
@TestProfile(CrossSiteSessionTest.ConfiguredSo.class)
class CrossSiteSessionTest {

  private static final String COOKIE = "__Host-rt";

  @Test
  void the_cookie_is_given_to_pages_of_another_site_and_still_out_of_their_reach() {
    // Given
    String email = Story.activeCustomer("simulator:elsewhere");

    // When
    Cookie first = Story.signIn(email, Story.PASSWORD).detailedCookie(COOKIE);
    Cookie renewed =
        Story.from(Story.anywhere())
            .cookie(COOKIE, first.getValue())
            .post("/api/v1/sessions/refresh")
            .detailedCookie(COOKIE);

    // Then
    for (Cookie cookie : new Cookie[] {first, renewed}) {
      assertEquals("None", cookie.getSameSite());
      assertTrue(cookie.isHttpOnly() && cookie.isSecured());
    }
  }

  /** As an installation is, whose admin center is a site of its own. */
  public static class ConfiguredSo implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("fapiao.account.sessions.cookie-same-site", "none");
    }
  }
}
