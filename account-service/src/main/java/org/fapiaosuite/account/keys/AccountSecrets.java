package org.fapiaosuite.account.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import org.fapiaosuite.rest.secret.GivenSecret;
import org.fapiaosuite.rest.secret.GivenSecrets;
import org.fapiaosuite.rest.trust.ServiceTrust;

/** The secrets this service is given. */
@ApplicationScoped
class AccountSecrets implements GivenSecrets {

  private final KeysConfig config;

  AccountSecrets(KeysConfig config) {
    this.config = config;
  }

  @Override
  public List<GivenSecret> given() {
    return List.of(
        GivenSecret.file("fapiao.account.keys.signing", config.signing()),
        GivenSecret.file("fapiao.account.keys.service-trust", config.serviceTrust())
            .unless(() -> ServiceTrust.flaw(Path.of(config.serviceTrust()))),
        GivenSecret.key("fapiao.account.keys.master", config.master(), MasterKey.LENGTH));
  }
}
