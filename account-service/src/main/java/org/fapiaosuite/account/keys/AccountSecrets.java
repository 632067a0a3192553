package org.fapiaosuite.account.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fapiaosuite.rest.secret.GivenSecret;
import org.fapiaosuite.rest.secret.GivenSecrets;

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
        GivenSecret.file("fapiao.account.keys.service-trust", config.serviceTrust()),
        GivenSecret.key("fapiao.account.keys.master", config.master(), MasterKey.LENGTH));
  }
}
