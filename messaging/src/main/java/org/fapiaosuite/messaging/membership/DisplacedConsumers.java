package org.fapiaosuite.messaging.membership;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.fapiaosuite.messaging.MessagingConfig;
import org.jboss.logging.Logger;

/**
 * Notices when two living copies have the same name. The broker gives the place in the group to the
 * one that came last; the other's consumer fails at every poll, is tried again without end, and
 * would take no more events without a word. Its events go to the copy that came last, none is lost.
 * It takes up its work again when that copy is gone.
 */
@ApplicationScoped
class DisplacedConsumers implements Runnable {
  private static final Logger LOG = Logger.getLogger(DisplacedConsumers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MessagingConfig config;
  private final Map<String, Object> kafka;
  private final KafkaClientService clients;
  private final MeterRegistry registry;
  private final Thread thread = new Thread(this, "displaced-consumers");
  private volatile boolean running;
  private volatile int displaced;

  DisplacedConsumers(
      MessagingConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      KafkaClientService clients,
      MeterRegistry registry) {
    this.config = config;
    this.kafka = kafka;
    this.clients = clients;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    if (config.copy().isEmpty()) {
      return;
    }
    Gauge.builder("messaging.consumers.displaced", () -> displaced)
        .description("Consumers whose place another copy of the same name has taken")
        .register(registry);
    running = true;
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(PATIENCE.toMillis());
  }

  @Override
  public void run() {
    try {
      TimeUnit.MILLISECONDS.sleep(config.copyCheckInterval().toMillis());
      try (Admin admin = Admin.create(kafka)) {
        while (running) {
          displaced = count(admin);
          TimeUnit.MILLISECONDS.sleep(config.copyCheckInterval().toMillis());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("displaced consumers: stopped");
    }
  }

  private int count(Admin admin) throws InterruptedException {
    int count = 0;
    for (String channel : clients.getConsumerChannels()) {
      for (KafkaConsumer<?, ?> consumer : clients.getConsumers(channel)) {
        Optional<MemberDescription> other = other(admin, consumer);
        if (other.isPresent()) {
          count++;
          LOG.errorf(
              "another copy of the same name has taken this one's place and gets its events; give"
                  + " each a fapiao.messaging.copy of its own, copy=%s channel=%s otherHost=%s",
              config.copy().orElse(""), channel, other.get().host());
        }
      }
    }
    return count;
  }

  /** Who is in the place of this consumer, when that is not the consumer itself. */
  private static Optional<MemberDescription> other(Admin admin, KafkaConsumer<?, ?> consumer)
      throws InterruptedException {
    Map<String, ?> client = consumer.configuration();
    Object instance = client.get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    String group = String.valueOf(client.get(ConsumerConfig.GROUP_ID_CONFIG));
    try {
      String before = memberId(consumer);
      Optional<MemberDescription> holder =
          admin
              .describeConsumerGroups(List.of(group))
              .all()
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .values()
              .stream()
              .flatMap(described -> described.members().stream())
              .filter(
                  member -> member.groupInstanceId().filter(id -> id.equals(instance)).isPresent())
              .findFirst();
      // A consumer that has just joined anew is nobody else.
      boolean unchanged = !before.isEmpty() && before.equals(memberId(consumer));
      return holder.filter(member -> unchanged && !member.consumerId().equals(before));
    } catch (CompletionException e) {
      if (e.getCause() instanceof InterruptedException stopping) {
        throw stopping;
      }
      return unknown(e);
    } catch (ExecutionException | java.util.concurrent.TimeoutException | TimeoutException e) {
      return unknown(e);
    }
  }

  private static Optional<MemberDescription> unknown(Exception e) {
    LOG.debugf("displaced consumers: broker unavailable, error=%s", e.getClass().getName());
    return Optional.empty();
  }

  private static <K, V> String memberId(KafkaConsumer<K, V> consumer) {
    Function<Consumer<K, V>, String> memberId = client -> client.groupMetadata().memberId();
    return consumer.runOnPollingThread(memberId).await().atMost(PATIENCE);
  }
}
