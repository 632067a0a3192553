package org.fapiaosuite.notification.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fapiaosuite.rest.secret.GivenSecret;
import org.fapiaosuite.rest.secret.GivenSecrets;

/** The key this service is given. */
@ApplicationScoped
class ServiceSecrets implements GivenSecrets {

  private final SecretConfig config;

  ServiceSecrets(SecretConfig config) {
    this.config = config;
  }

  @Override
  public List<GivenSecret> given() {
    return List.of(GivenSecret.file("fapiao.notification.service-key", config.serviceKey()));
  }
}
