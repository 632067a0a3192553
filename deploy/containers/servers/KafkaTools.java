import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** As much of kafka-topics.sh and kafka-configs.sh as deploy/compose/topics.sh calls. */
final class KafkaTools {
  private KafkaTools() {}

  public static void main(String[] words) throws Exception {
    List<String> given = List.of(words);
    Properties properties = new Properties();
    properties.put("bootstrap.servers", option(given, "--bootstrap-server"));
    try (Admin admin = Admin.create(properties)) {
      if (given.contains("--entity-name")) {
        configure(admin, option(given, "--entity-name"), option(given, "--add-config"));
      } else {
        topic(admin, given, option(given, "--topic"));
      }
    }
  }

  private static void topic(Admin admin, List<String> given, String name) throws Exception {
    if (given.contains("--create")) {
      if (!admin.listTopics().names().get().contains(name)) {
        int partitions = Integer.parseInt(option(given, "--partitions"));
        short copies = Short.parseShort(option(given, "--replication-factor"));
        admin.createTopics(Set.of(new NewTopic(name, partitions, copies))).all().get();
        System.out.println("Created topic " + name + ".");
      }
    } else if (given.contains("--alter")) {
      int partitions = Integer.parseInt(option(given, "--partitions"));
      admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions))).all().get();
    } else {
      int now = admin.describeTopics(Set.of(name)).allTopicNames().get().get(name).partitions().size();
      System.out.println("Topic: " + name + "\tPartitionCount: " + now + "\tReplicationFactor: 1");
    }
  }

  private static void configure(Admin admin, String topic, String entry) throws Exception {
    String[] parts = entry.split("=", 2);
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(parts[0], parts[1]), AlterConfigOp.OpType.SET);
    admin
        .incrementalAlterConfigs(
            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), Set.of(set)))
        .all()
        .get();
  }

  private static String option(List<String> given, String name) {
    return given.get(given.indexOf(name) + 1);
  }
}
