package org.fapiaosuite.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalProfileTest {

  private static final Properties PROPERTIES = new Properties();

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = LocalProfileTest.class.getResourceAsStream("/application.properties")) {
      PROPERTIES.load(in);
    }
  }

  @ParameterizedTest
  @EnumSource(Limit.class)
  void a_suite_on_one_machine_allows_a_hundred_times_as_much(Limit limit) {
    String rate = "fapiao.gateway.limits.rates." + limit.slug();

    assertEquals(100 * number(rate + ".requests"), number("%local." + rate + ".requests"));
    if (PROPERTIES.containsKey(rate + ".burst")) {
      assertEquals(100 * number(rate + ".burst"), number("%local." + rate + ".burst"));
    }
    assertNull(PROPERTIES.get("%local." + rate + ".per"));
  }

  private static long number(String name) {
    return Long.parseLong(PROPERTIES.getProperty(name));
  }
}
