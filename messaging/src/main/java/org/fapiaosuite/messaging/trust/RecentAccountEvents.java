package org.fapiaosuite.messaging.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every partition of {@code account.events} from a moment in the past on, without a group. */
final class RecentAccountEvents implements AutoCloseable {

  private static final String TOPIC = "account.events";
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int MOST_BYTES_AT_ONCE = 256 * 1024;

  private final KafkaConsumer<String, byte[]> consumer;
  private Map<TopicPartition, Long> ends = Map.of();

  private RecentAccountEvents(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Stands before the first event that was sent at that moment or later.
   *
   * @param kafka how the broker is reached
   * @throws org.apache.kafka.common.KafkaException when it does not answer
   */
  static RecentAccountEvents since(Instant moment, Map<String, Object> kafka, String service) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-revocations");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // Kafka lost its data: whatever it holds now came after what it held before
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES_AT_ONCE);
    RecentAccountEvents events =
        new RecentAccountEvents(
            new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer()));
    try {
      events.seek(moment);
      return events;
    } catch (RuntimeException e) {
      events.close();
      throw e;
    }
  }

  private void seek(Instant moment) {
    List<TopicPartition> partitions = partitions();
    if (partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException(TOPIC);
    }
    consumer.assign(partitions);
    // The ends first: what comes after them is read whatever is asked for next
    ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, moment.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first = found.get(partition);
      consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
    }
  }

  ConsumerRecords<String, byte[]> poll(Duration atMost) {
    return consumer.poll(atMost);
  }

  /** Whether everything has been read that was there when this began. */
  boolean isUpToDate() {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Whether the topic has been divided anew. */
  boolean hasOtherPartitions() {
    return !List.copyOf(consumer.assignment()).containsAll(partitions());
  }

  private List<TopicPartition> partitions() {
    return consumer.partitionsFor(TOPIC).stream()
        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
        .toList();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
