package org.fapiaosuite.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,true",
    "10.2.0.1,false",
    "192.0.2.7,true",
    "192.0.2.8,false",
    "2001:db8:1::1,true",
    "2001:db8:2::1,false",
    "0:0:0:0:0:0:0:1,true",
    "localhost,false",
    "'',false",
    "10.1.2,false"
  })
  void blocks_and_addresses_of_both_kinds_are_trusted(String address, boolean trusted) {
    ClientAddress clients = trusting("10.1.0.0/16, 192.0.2.7, 2001:db8:1::/48, ::1");

    assertEquals(trusted, clients.isTrusted(address));
  }

  @Test
  void without_configuration_nobody_is_trusted() {
    assertEquals(false, trusting("").isTrusted("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "::/129", "10.0.0.0/-1"})
  void what_is_no_block_keeps_the_gateway_from_starting(String block) {
    assertThrows(IllegalArgumentException.class, () -> trusting(block));
  }

  private static ClientAddress trusting(String blocks) {
    EdgeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(EdgeConfig.class)
            .withSources(
                new PropertiesConfigSource(
                    Map.of("fapiao.gateway.edge.trusted-proxies", blocks), "test", 100))
            .build()
            .getConfigMapping(EdgeConfig.class);
    return new ClientAddress(config);
  }
}
