package org.fapiaosuite.messaging.topic;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.Config;
import org.fapiaosuite.messaging.MessagingConfig;
import org.jboss.logging.Logger;

/**
 * Refuses to start on topics with too few partitions: that would only show when copies are added,
 * and by then the events of one order would have to change their partition. A broker that is away
 * is no reason not to start, and a topic that is not there yet may still be made.
 */
@ApplicationScoped
class TopicsAtStart {
  private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);
  private static final Pattern INCOMING = Pattern.compile("mp\\.messaging\\.incoming\\..+\\.topic");
  private static final Duration CLOSE = Duration.ZERO;

  private final Map<String, Object> kafka;
  private final MessagingConfig config;
  private final Set<String> topics;
  private final Map<String, KafkaFuture<Integer>> partitions = new TreeMap<>();
  private Optional<Admin> admin = Optional.empty();

  TopicsAtStart(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MessagingConfig messaging,
      Config config) {
    this.kafka = kafka;
    this.config = messaging;
    this.topics =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> INCOMING.matcher(name).matches())
            .map(name -> config.getValue(name, String.class))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Asks, and lets the other parts start meanwhile. */
  void ask(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
    if (topics.isEmpty()) {
      return;
    }
    Admin asked = Admin.create(kafka);
    admin = Optional.of(asked);
    asked
        .describeTopics(topics)
        .topicNameValues()
        .forEach(
            (name, told) -> partitions.put(name, told.thenApply(it -> it.partitions().size())));
  }

  /** Of what is known by now; no start waits for a broker on account of this. */
  void check(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1) StartupEvent event)
      throws InterruptedException {
    try {
      Map<String, Integer> known = new TreeMap<>();
      for (Map.Entry<String, KafkaFuture<Integer>> topic : partitions.entrySet()) {
        answer(topic.getKey(), topic.getValue())
            .ifPresent(count -> known.put(topic.getKey(), count));
      }
      refusal(known, config.fewestPartitions()).ifPresent(TopicsAtStart::refuse);
    } finally {
      admin.ifPresent(asked -> asked.close(CLOSE));
    }
  }

  private static Optional<Integer> answer(String topic, KafkaFuture<Integer> told)
      throws InterruptedException {
    try {
      return Optional.of(told.get(0, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        LOG.warnf("topic does not exist yet, topic=%s", topic);
      }
      return Optional.empty();
    }
  }

  /**
   * What to tell the operator; empty when the topics will do.
   *
   * @param partitions how many a topic has
   */
  static Optional<String> refusal(Map<String, Integer> partitions, int fewest) {
    String small =
        partitions.entrySet().stream()
            .filter(topic -> topic.getValue() < fewest)
            .map(topic -> topic.getKey() + " has " + topic.getValue())
            .collect(Collectors.joining(", "));
    return small.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "does not start, topics have too few partitions: %s, and should have %d or more (deploy/topics.yaml; fapiao.messaging.fewest-partitions)"
                .formatted(small, fewest));
  }

  private static void refuse(String refusal) {
    throw new IllegalStateException(refusal);
  }
}
