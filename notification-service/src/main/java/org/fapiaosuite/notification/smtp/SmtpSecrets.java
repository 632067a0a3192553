package org.fapiaosuite.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fapiaosuite.rest.secret.GivenSecret;
import org.fapiaosuite.rest.secret.GivenSecrets;

/** The password at the mail server. */
@ApplicationScoped
class SmtpSecrets implements GivenSecrets {

  private static final int FEWEST_CHARACTERS = 8;

  private final SmtpConfig config;

  SmtpSecrets(SmtpConfig config) {
    this.config = config;
  }

  @Override
  public List<GivenSecret> given() {
    return config
        .password()
        .map(
            text ->
                GivenSecret.password("fapiao.notification.smtp.password", text, FEWEST_CHARACTERS))
        .stream()
        .toList();
  }
}
