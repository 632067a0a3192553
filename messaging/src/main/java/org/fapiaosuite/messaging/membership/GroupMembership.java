package org.fapiaosuite.messaging.membership;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;
import org.fapiaosuite.messaging.MessagingConfig;
import org.jboss.logging.Logger;

/**
 * Gives the consumers of a named copy ({@link MessagingConfig#copy}) a place in their groups that
 * is kept for them: a copy that was killed takes up its partitions as soon as it is back, instead
 * of when the broker has given up the life before (KIP-345). A member with such a place does not
 * leave when it is closed; a copy that stops in good order is therefore taken out here, so that the
 * others need not wait for its session to end.
 */
@ApplicationScoped
class GroupMembership implements ClientCustomizer<Map<String, Object>> {
  private static final Logger LOG = Logger.getLogger(GroupMembership.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** SmallRye closes its consumers at 50; one that still lived would at once be back. */
  private static final int AFTER_THE_CONSUMERS_CLOSED = 100;

  private final MessagingConfig config;
  private final Map<String, Object> kafka;
  private final Set<Place> places = ConcurrentHashMap.newKeySet();

  /**
   * A place kept for a consumer.
   *
   * @param instance unique among the living members of the group
   */
  record Place(String group, String instance) {}

  GroupMembership(
      MessagingConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.config = config;
    this.kafka = kafka;
  }

  /**
   * Each consumer of a copy is a member of its own and the client id tells them apart: it names the
   * channel and, where a channel has several consumers, its number.
   */
  @Override
  public Map<String, Object> customize(
      String channel, Config channelConfig, Map<String, Object> client) {
    Object group = client.get(ConsumerConfig.GROUP_ID_CONFIG);
    if (config.copy().isEmpty() || group == null) {
      return client;
    }
    String instance = config.copy().get() + "." + client.get(ConsumerConfig.CLIENT_ID_CONFIG);
    places.add(new Place(group.toString(), instance));
    Map<String, Object> named = new HashMap<>(client);
    named.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
    return named;
  }

  void leave(
      @Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(AFTER_THE_CONSUMERS_CLOSED)
          Object stop) {
    if (places.isEmpty()) {
      return;
    }
    try (Admin admin = Admin.create(kafka)) {
      for (Place place : places) {
        leave(admin, place);
      }
    }
  }

  private static void leave(Admin admin, Place place) {
    List<MemberToRemove> member = List.of(new MemberToRemove(place.instance()));
    try {
      admin
          .removeMembersFromConsumerGroup(
              place.group(), new RemoveMembersFromConsumerGroupOptions(member))
          .all()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.infof(
          "left to the broker to notice that a consumer stopped, group=%s instance=%s error=%s",
          place.group(), place.instance(), e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
