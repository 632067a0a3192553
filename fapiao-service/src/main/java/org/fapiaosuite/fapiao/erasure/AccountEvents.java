package org.fapiaosuite.fapiao.erasure;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.inbox.EventHandler;
import org.fapiaosuite.messaging.inbox.Inbox;

/** Hears of erased accounts from account-service. */
@ApplicationScoped
class AccountEvents implements EventHandler {

  private final Inbox inbox;
  private final Forgetting forgetting;

  AccountEvents(Inbox inbox, Forgetting forgetting) {
    this.inbox = inbox;
    this.forgetting = forgetting;
  }

  @Incoming("account-events")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> record) {
    inbox.receive(this, record);
  }

  @Override
  public String consumer() {
    return "fapiao-service.accounts";
  }

  @Override
  public void handle(IncomingEvent event) {
    switch (event.type()) {
      case "account.erased.v1" ->
          forgetting.erased(event.dataAs(AccountErased.class), event.time());
      default -> {
        // who may do what stands in the access token
      }
    }
  }
}
