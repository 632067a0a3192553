package org.fapiaosuite.messaging.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TopicsAtStartTest {
  @Test
  void every_topic_with_too_few_partitions_is_named() {
    Map<String, Integer> partitions =
        new TreeMap<>(Map.of("account.events", 1, "fapiao.events", 3, "order.events", 2));

    assertEquals(
        Optional.of(
            "does not start, topics have too few partitions: account.events has 1, order.events has"
                + " 2, and should have 3 or more (deploy/topics.yaml;"
                + " fapiao.messaging.fewest-partitions)"),
        TopicsAtStart.refusal(partitions, 3));
    assertEquals(Optional.empty(), TopicsAtStart.refusal(partitions, 1));
    assertEquals(Optional.empty(), TopicsAtStart.refusal(Map.of(), 3));
  }
}
