package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The broker as a listener sees it who may read everything. */
record Topics(String bootstrapServers) {
  private static final List<String> TOPICS =
      List.of("account.events", "order.events", "fapiao.events");

  /** Every event from the beginning: topic and type, then headers, key and payload. */
  List<String> everything() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(event -> events.add(text(event)));
      }
      return events;
    }
  }

  private static String text(ConsumerRecord<String, String> event) {
    StringBuilder text = new StringBuilder(event.topic());
    event
        .headers()
        .forEach(
            header ->
                text.append(' ')
                    .append(header.key())
                    .append('=')
                    .append(new String(header.value(), UTF_8)));
    return text.append('\n').append(event.key()).append('\n').append(event.value()).toString();
  }
}
