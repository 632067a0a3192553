package org.fapiaosuite.fapiao.issuing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A provider issues instead of the clerk; what is due is taken up when a test says so. */
public class ProviderIssues implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("fapiao.issuer.name", Provider.NAME, "fapiao.issuer.look-every", "24h");
  }
}
