package org.fapiaosuite.testkit.architecture.sample.transactions;

import jakarta.transaction.Transactional;

/** Asks a port within a transaction. */
class AskingPort {
  private final Port port;

  AskingPort(Port port) {
    this.port = port;
  }

  @Transactional
  String ask() {
    return asked();
  }

  private String asked() {
    return port.ask();
  }
}
