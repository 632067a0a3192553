package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.mapsAt;
import static org.fapiaosuite.production.Yaml.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests are Kubernetes' own, and fit together. */
class ManifestsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void every_field_of_an_overlay_is_one_that_kubernetes_knows(String overlay) {
    Cluster cluster = Cluster.of(overlay);

    assertEquals(
        List.of(), cluster.objects().stream().flatMap(it -> Schema.error(it).stream()).toList());
    assertTrue(cluster.objects().size() > 30, "objects: " + cluster.objects().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void selectors_ports_and_references_lead_somewhere(String overlay) {
    Cluster cluster = Cluster.of(overlay);

    assertEquals(List.of(), cluster.looseEnds());
    assertEquals(
        List.of(),
        cluster.withPods().stream().flatMap(it -> Cluster.looseVolumes(it).stream()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void each_service_listens_at_its_port_and_is_asked_for_its_health_at_the_management_port(
      String overlay) {
    Cluster cluster = Cluster.of(overlay);

    for (Map<String, Object> service : cluster.services()) {
      String name = text(service, "metadata/name");
      Map<String, Object> container = Cluster.containers(service).get(0);
      int port = Objects.requireNonNull(Checkout.PORTS.get(name), name);
      assertEquals(
          List.of("http " + port, "management " + (port + Checkout.MANAGEMENT)),
          mapsAt(container, "ports").stream()
              .map(it -> text(it, "name") + " " + text(it, "containerPort"))
              .toList());
      for (String probe : List.of("startup/started", "readiness/ready", "liveness/live")) {
        Map<String, Object> asked = mapAt(container, probe.replaceFirst("/.*", "Probe/httpGet"));
        assertEquals("/q/health/" + probe.replaceFirst(".*/", ""), text(asked, "path"), name);
        assertEquals("management", text(asked, "port"), name);
      }
    }
    assertEquals(
        Checkout.PORTS.keySet(),
        cluster.services().stream()
            .map(it -> text(it, "metadata/name"))
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void a_job_migrates_each_database_with_the_image_and_the_settings_of_its_service(String overlay) {
    Cluster cluster = Cluster.of(overlay);

    for (String service : Checkout.DATABASES.keySet()) {
      Map<String, Object> deployed = container(cluster, "Deployment", service);
      Map<String, Object> job = container(cluster, "Job", "migrate-" + service);
      assertEquals(text(deployed, "image"), text(job, "image"));
      assertEquals(deployed.get("envFrom"), job.get("envFrom"));
      assertEquals("false", cluster.settings(deployed).get("QUARKUS_FLYWAY_MIGRATE_AT_START"));
      assertEquals("true", cluster.settings(job).get("QUARKUS_FLYWAY_MIGRATE_AT_START"));
      assertEquals("true", cluster.settings(job).get("QUARKUS_INIT_AND_EXIT"));
    }
  }

  @Test
  void the_large_overlay_encrypts_the_ways_to_database_and_broker() {
    Cluster cluster = Cluster.of("large");

    for (String service : Checkout.DATABASES.keySet()) {
      Map<String, Object> container = container(cluster, "Deployment", service);
      Map<String, String> settings = cluster.settings(container);
      String url = settings.get("QUARKUS_DATASOURCE_JDBC_URL");
      assertEquals(
          "jdbc:postgresql://fapiao-database-rw:5432/"
              + Checkout.DATABASES.get(service)
              + "?sslmode=verify-full&sslrootcert=/run/servers/postgresql-ca.crt",
          url);
      assertEquals("SASL_SSL", settings.get("KAFKA_SECURITY_PROTOCOL"));
      assertEquals("/run/servers/kafka-ca.crt", settings.get("KAFKA_SSL_TRUSTSTORE_LOCATION"));
      assertTrue(
          mapsAt(container, "volumeMounts").stream()
              .anyMatch(it -> text(it, "mountPath").equals("/run/servers")));
    }
  }

  @Test
  void topics_are_everywhere_those_of_the_one_list() {
    String list = Checkout.read(Checkout.ROOT.resolve("deploy/topics.yaml"));
    Set<String> wanted =
        mapsAt(Yaml.documents(list).get(0), "topics").stream()
            .map(it -> text(it, "name") + " " + text(it, "partitions"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(list, Cluster.of("small").data("topics").get("topics.yaml"));
    assertEquals(
        wanted,
        Yaml.documents(Checkout.read(Checkout.KUBERNETES.resolve("operators/topics.yaml"))).stream()
            .peek(it -> assertEquals("3", text(it, "spec/replicas")))
            .map(it -> text(it, "metadata/name") + " " + text(it, "spec/partitions"))
            .collect(Collectors.toCollection(TreeSet::new)));
    for (String script : List.of("topics.sh", "databases.sh")) {
      assertEquals(
          Checkout.read(Checkout.COMPOSE.resolve(script)),
          Checkout.read(Checkout.KUBERNETES.resolve("overlays/small/config").resolve(script)));
    }
  }

  @Test
  void a_misspelt_field_and_an_unknown_type_are_found() {
    Map<String, Object> service = first("Service");
    Map<String, Object> port = mapsAt(service, "spec/ports").get(0);
    port.put("targetPorts", "http");
    service.put("spec", Map.of("ports", List.of(port)));

    assertTrue(Schema.error(service).orElseThrow().contains("targetPorts"));
    assertEquals(
        Optional.of("unknown type v1 Gadget"),
        Schema.error(Map.of("apiVersion", "v1", "kind", "Gadget")));
  }

  @Test
  void what_leads_nowhere_is_found() {
    Map<String, Object> service = first("Service");
    service.put(
        "spec",
        Map.of("selector", Map.of("app", "nobody"), "ports", mapsAt(service, "spec/ports")));
    Cluster cluster = Cluster.of("small");
    Cluster broken =
        new Cluster(Stream.concat(cluster.objects().stream(), Stream.of(service)).toList());

    assertEquals(List.of("Service account leads to no port http"), broken.looseEnds());
  }

  @Test
  void what_the_renderer_does_not_know_is_refused() throws IOException {
    Files.writeString(folder.resolve("kustomization.yaml"), "namePrefix: x-\n");

    assertThrows(IllegalArgumentException.class, () -> Kustomization.render(folder));
  }

  @Test
  void a_patch_that_meets_nothing_is_refused() throws IOException {
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        patches:
          - target: {kind: Deployment, name: nobody}
            patch: "[{op: add, path: /spec/replicas, value: 1}]"
        """);

    assertThrows(IllegalArgumentException.class, () -> Kustomization.render(folder));
  }

  private static Map<String, Object> first(String kind) {
    return Cluster.of("small").all(kind).findFirst().orElseThrow();
  }

  private static Map<String, Object> container(Cluster cluster, String kind, String name) {
    return cluster
        .all(kind)
        .filter(it -> text(it, "metadata/name").equals(name))
        .map(it -> Cluster.containers(it).get(0))
        .findFirst()
        .orElseThrow();
  }
}
