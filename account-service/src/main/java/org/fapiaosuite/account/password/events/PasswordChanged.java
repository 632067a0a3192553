package org.fapiaosuite.account.password.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/** The password of an account is another one now; its owner is told so. */
public record PasswordChanged(UUID accountId) implements AccountEvent {

  @Override
  public String type() {
    return "account.password-changed.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
