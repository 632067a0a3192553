package org.fapiaosuite.account.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The entrance: without arguments the service, with arguments a {@link Command} on its database and
 * with its configuration, which may run beside the service.
 */
@QuarkusMain
public class AccountService {

  private AccountService() {}

  public static void main(String... arguments) {
    if (arguments.length == 0) {
      Quarkus.run();
    } else {
      CommandSettings.apply();
      Quarkus.run(Command.class, arguments);
    }
  }
}
