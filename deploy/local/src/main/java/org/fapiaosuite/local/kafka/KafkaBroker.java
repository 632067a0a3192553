package org.fapiaosuite.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.fapiaosuite.local.children.Arguments;
import org.fapiaosuite.local.children.ReadyFile;
import org.fapiaosuite.local.children.Stdin;

/**
 * Main of the broker child: {@code --data <folder> --port <n> --controller-port <n> --topics <yaml>
 * --ready <file>}. An empty data folder, also one emptied since the last start, becomes a new log
 * under the same cluster id, so that clients find their broker again.
 */
public final class KafkaBroker {
  private static final String CONTROLLER = "CONTROLLER";

  private KafkaBroker() {}

  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args);
    Stdin.exitWhenClosed();
    Path data = arguments.path("data");
    int port = arguments.number("port");
    format(data);
    KafkaConfig config =
        KafkaConfig.fromProps(properties(data, port, arguments.number("controller-port")), false);
    KafkaRaftServer broker = new KafkaRaftServer(config, Time.SYSTEM);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  broker.shutdown();
                  broker.awaitShutdown();
                }));
    broker.startup();
    Topics.read(arguments.path("topics")).ensure("127.0.0.1:" + port);
    new ReadyFile(arguments.path("ready")).write(ProcessHandle.current().pid());
    broker.awaitShutdown();
  }

  private static void format(Path data) throws Exception {
    Files.createDirectories(data);
    Path clusterId = data.resolveSibling(data.getFileName() + ".cluster-id");
    new Formatter()
        .setClusterId(clusterId(clusterId))
        .setNodeId(1)
        .setControllerListenerName(CONTROLLER)
        .setMetadataLogDirectory(Optional.empty())
        .addDirectory(data.toString())
        .setIgnoreFormatted(true)
        .run();
  }

  private static String clusterId(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, Uuid.randomUuid().toString());
    }
    return Files.readString(file);
  }

  private static Properties properties(Path data, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("log.dirs", data.toString());
    properties.put("auto.create.topics.enable", "false");
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "4");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("transaction.state.log.num.partitions", "4");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    // A killed broker may come back only when the controller has given up its last life.
    properties.put("broker.session.timeout.ms", "2500");
    properties.put("broker.heartbeat.interval.ms", "500");
    // One machine, three small topics: the defaults are for a rack.
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    properties.put("log.index.size.max.bytes", "262144");
    properties.put("log.segment.bytes", "16777216");
    properties.put("num.network.threads", "1");
    properties.put("num.io.threads", "2");
    properties.put("background.threads", "2");
    properties.put("num.replica.fetchers", "1");
    return properties;
  }
}
