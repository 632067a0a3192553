package org.fapiaosuite.messaging.membership;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.fapiaosuite.messaging.MessagingConfig;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class MembershipTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CHANNEL = "account-events";

  @Inject MeterRegistry metrics;
  @Inject Config config;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private Group group = new Group("", Map.of());

  @BeforeEach
  void newGroup() {
    group = new Group("membership-" + UUID.randomUUID(), kafka);
  }

  @Test
  void a_named_copy_that_is_back_after_a_kill_is_the_member_it_was_and_nobody_else_is_disturbed() {
    // Given
    Map<String, Object> client = named("copy-0");
    KafkaConsumer<String, byte[]> first = Group.join(client);
    int generation = first.groupMetadata().generationId();
    Set<TopicPartition> partitions = first.assignment();
    die(first);

    // When
    try (KafkaConsumer<String, byte[]> second = Group.join(client)) {

      // Then its place was free at once: the group did not even count a new generation
      assertEquals(generation, second.groupMetadata().generationId());
      assertEquals(partitions, second.assignment());
      assertEquals(List.of("copy-0.kafka-consumer-account-events"), group.instances());
    }
  }

  @Test
  void a_copy_without_a_name_leaves_its_dead_life_in_the_group_and_the_next_is_another_member() {
    // Given
    Map<String, Object> client = membership("").customize(CHANNEL, config, group.client(CHANNEL));

    // When
    die(Group.join(client));

    // Then
    assertEquals(List.of(""), group.instances());
    assertEquals(group.client(CHANNEL), client);
  }

  @Test
  void a_named_copy_that_stops_in_good_order_leaves_its_partitions_to_the_others_at_once() {
    // Given
    GroupMembership membership = membership("copy-0");
    Group.join(membership.customize(CHANNEL, config, group.client(CHANNEL))).close();

    // When
    membership.leave(new Object());

    // Then
    assertEquals(List.of(), group.instances());
  }

  @Test
  void every_channel_of_a_copy_has_a_place_of_its_own() {
    // Given
    GroupMembership membership = membership("copy-0");

    // When
    Map<String, Object> one = membership.customize("a", config, group.client("a"));
    Map<String, Object> other = membership.customize("b", config, group.client("b"));

    // Then
    assertEquals("copy-0.kafka-consumer-a", one.get("group.instance.id"));
    assertEquals("copy-0.kafka-consumer-b", other.get("group.instance.id"));
  }

  @Test
  void a_second_living_copy_of_the_same_name_is_noticed_until_it_is_gone() {
    // Given the service itself, and another one that calls itself the same
    group = new Group("messaging-test", kafka);
    await("the service").atMost(PATIENCE).until(() -> !group.instances().isEmpty());
    GroupMembership other = membership("test-0");
    Map<String, Object> client = other.customize(CHANNEL, config, group.client(CHANNEL));

    // When
    try (KafkaConsumer<String, byte[]> second = Group.join(client)) {
      await("noticed").atMost(PATIENCE).until(() -> displaced() == 1);
    }
    other.leave(new Object());

    // Then the service is back in its place
    await("over").atMost(PATIENCE).until(() -> displaced() == 0);
    await("the service is back")
        .atMost(PATIENCE)
        .until(() -> group.instances().equals(List.of("test-0.kafka-consumer-account-events")));
  }

  private Map<String, Object> named(String copy) {
    return membership(copy).customize(CHANNEL, config, group.client(CHANNEL));
  }

  private GroupMembership membership(String copy) {
    MessagingConfig settings =
        new SmallRyeConfigBuilder()
            .withMapping(MessagingConfig.class)
            .withDefaultValue("fapiao.messaging.copy", copy)
            .build()
            .getConfigMapping(MessagingConfig.class);
    return new GroupMembership(settings, kafka);
  }

  /** The broker hears as much of it as of a process that was killed: nothing. */
  private static void die(KafkaConsumer<String, byte[]> consumer) {
    consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP));
  }

  private double displaced() {
    return metrics.get("messaging.consumers.displaced").gauge().value();
  }
}
