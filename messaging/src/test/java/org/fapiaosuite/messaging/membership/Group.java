package org.fapiaosuite.messaging.membership;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer group as the broker knows it, and consumers that a test adds to it. */
record Group(String name, Map<String, Object> kafka) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What SmallRye would make a consumer of a channel from. */
  Map<String, Object> client(String channel) {
    Map<String, Object> client = new HashMap<>(kafka);
    client.put("group.id", name);
    client.put("client.id", "kafka-consumer-" + channel);
    client.put("enable.auto.commit", "false");
    client.put("auto.offset.reset", "latest");
    client.put("session.timeout.ms", "30000");
    return client;
  }

  /** A consumer that has its partitions. */
  static KafkaConsumer<String, byte[]> join(Map<String, Object> client) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of("account.events"));
    await("partitions")
        .atMost(PATIENCE)
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100));
              return !consumer.assignment().isEmpty();
            });
    return consumer;
  }

  /** The kept places that are taken; "" for a member without one. */
  List<String> instances() {
    try (Admin admin = Admin.create(kafka)) {
      return admin.describeConsumerGroups(List.of(name)).all().get().values().stream()
          .flatMap(group -> group.members().stream())
          .map(Group::instance)
          .sorted()
          .toList();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String instance(MemberDescription member) {
    return member.groupInstanceId().orElse("");
  }
}
