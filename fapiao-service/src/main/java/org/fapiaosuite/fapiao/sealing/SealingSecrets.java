package org.fapiaosuite.fapiao.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fapiaosuite.rest.secret.GivenSecret;
import org.fapiaosuite.rest.secret.GivenSecrets;
import org.fapiaosuite.rest.trust.ServiceTrust;

/** The secrets this service is given. */
@ApplicationScoped
class SealingSecrets implements GivenSecrets {

  private final SealingConfig config;

  SealingSecrets(SealingConfig config) {
    this.config = config;
  }

  @Override
  public List<GivenSecret> given() {
    return List.of(
        GivenSecret.key("fapiao.invoicing.encryption-key", config.encryptionKey(), Sealing.KEY),
        GivenSecret.key("fapiao.invoicing.keys.master", config.keys().master(), Sealing.KEY)
            .otherThan(
                "fapiao.invoicing.encryption-key",
                config.keys().master().equals(config.encryptionKey())),
        GivenSecret.file(
                "fapiao.invoicing.keys.service-trust", config.keys().serviceTrust().toString())
            .unless(() -> ServiceTrust.flaw(config.keys().serviceTrust())));
  }
}
