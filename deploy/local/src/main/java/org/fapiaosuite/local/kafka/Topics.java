package org.fapiaosuite.local.kafka;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of deploy/topics.yaml. */
record Topics(List<Topic> topics) {

  /** {@code retention} is an ISO-8601 duration. */
  record Topic(String name, int partitions, String retention) {
    NewTopic create() {
      String millis = String.valueOf(Duration.parse(retention).toMillis());
      return new NewTopic(name, partitions, (short) 1)
          .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, millis));
    }
  }

  static Topics read(Path yaml) throws IOException {
    return new YAMLMapper().readValue(yaml.toFile(), Topics.class);
  }

  /** Creates what is missing and adds partitions where the list asks for more; removes nothing. */
  void ensure(String bootstrapServers) throws InterruptedException, ExecutionException {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(properties)) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !present.contains(topic.name()))
              .map(Topic::create)
              .toList();
      admin.createTopics(missing).all().get();
      Map<String, NewPartitions> more = new HashMap<>();
      List<String> known = topics.stream().map(Topic::name).filter(present::contains).toList();
      Map<String, TopicDescription> described = admin.describeTopics(known).allTopicNames().get();
      for (Topic topic : topics) {
        TopicDescription now = described.get(topic.name());
        if (now != null && now.partitions().size() < topic.partitions()) {
          more.put(topic.name(), NewPartitions.increaseTo(topic.partitions()));
        }
      }
      admin.createPartitions(more).all().get();
    }
  }
}
