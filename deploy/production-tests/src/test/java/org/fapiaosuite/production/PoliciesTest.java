package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.mapsAt;
import static org.fapiaosuite.production.Yaml.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every pod owes its cluster: no rights, no root, limits, and no secret in the open. */
class PoliciesTest {
  /** The broker's image writes its configuration beside its program at each start. */
  private static final Set<String> WRITES_TO_ITS_ROOT = Set.of("StatefulSet kafka");

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void pods_run_without_root_without_rights_and_within_limits(String overlay) {
    Cluster cluster = Cluster.of(overlay);

    assertEquals(
        List.of(), cluster.withPods().stream().flatMap(it -> offences(it).stream()).toList());
    assertTrue(cluster.withPods().size() >= 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void no_overlay_holds_a_secret(String overlay) {
    Cluster cluster = Cluster.of(overlay);

    assertEquals(List.of(), cluster.all("Secret").toList());
    assertEquals(List.of(), Secrets.inTheOpen(cluster));
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void all_the_secrets_that_pods_mount_are_in_the_readme_with_their_keys(String overlay) {
    Cluster cluster = Cluster.of(overlay);
    String readme = Checkout.read(Checkout.KUBERNETES.resolve("README.md"));

    Set<String> mounted = Secrets.mounted(cluster);

    assertTrue(mounted.size() >= 4, mounted.toString());
    assertEquals(
        List.of(), mounted.stream().filter(name -> !readme.contains("`" + name + "`")).toList());
  }

  @Test
  void each_offence_is_found() {
    for (Map.Entry<String, String> offence :
        Map.of(
                "spec/template/spec/securityContext runAsNonRoot", "may be root",
                "spec/template/spec automountServiceAccountToken", "mounts a token",
                "spec/template/spec enableServiceLinks", "is given addresses by its environment",
                "spec/template/spec/containers/0 resources", "has no limits",
                "spec/template/spec/containers/0 securityContext", "keeps capabilities",
                "spec/template/spec/containers/0 image", "has no version")
            .entrySet()) {
      Map<String, Object> service = Cluster.of("large").services().get(0);
      String[] place = offence.getKey().split(" ", -1);
      remove(service, place[0], place[1]);

      assertTrue(
          offences(service).stream().anyMatch(it -> it.endsWith(offence.getValue())),
          offence + ": " + offences(service));
    }
  }

  @Test
  void a_secret_in_the_open_is_found() {
    Cluster cluster = Cluster.of("small");
    cluster
        .all("ConfigMap")
        .filter(it -> text(it, "metadata/name").equals("account"))
        .forEach(it -> put(it, "data", "FAPIAO_ACCOUNT_KEYS_MASTER", "bm90IGEgc2VjcmV0"));

    assertEquals(List.of("account: FAPIAO_ACCOUNT_KEYS_MASTER"), Secrets.inTheOpen(cluster));
  }

  private static List<String> offences(Map<String, Object> withPods) {
    List<String> offences = new ArrayList<>();
    Map<String, Object> pod = mapAt(withPods, "spec/template/spec");
    demand(offences, text(pod, "securityContext/runAsNonRoot").equals("true"), "may be root");
    demand(
        offences,
        text(pod, "securityContext/seccompProfile/type").equals("RuntimeDefault"),
        "may call all of the kernel");
    demand(offences, text(pod, "automountServiceAccountToken").equals("false"), "mounts a token");
    demand(
        offences,
        text(pod, "enableServiceLinks").equals("false"),
        "is given addresses by its environment");
    for (Map<String, Object> container : Cluster.containers(withPods)) {
      demand(offences, !text(container, "resources/limits/memory").isEmpty(), "has no limits");
      demand(
          offences,
          text(container, "resources/limits/memory")
              .equals(text(container, "resources/requests/memory")),
          "is promised less memory than it may take");
      demand(
          offences,
          Cluster.capabilitiesDropped(container).equals(List.of("ALL")),
          "keeps capabilities");
      demand(
          offences,
          text(container, "securityContext/allowPrivilegeEscalation").equals("false"),
          "may gain rights");
      demand(
          offences,
          text(container, "securityContext/readOnlyRootFilesystem").equals("true")
              || WRITES_TO_ITS_ROOT.contains(Cluster.name(withPods)),
          "writes to its root");
      demand(offences, Images.isVersioned(text(container, "image")), "has no version");
      demand(
          offences,
          text(withPods, "kind").equals("Job")
              || mapsAt(withPods, "spec/template/spec/containers").stream()
                  .allMatch(
                      it ->
                          it.keySet()
                              .containsAll(
                                  Set.of("startupProbe", "readinessProbe", "livenessProbe"))),
          "is not asked for its health");
    }
    return offences.stream().map(it -> Cluster.name(withPods) + " " + it).toList();
  }

  private static void demand(List<String> offences, boolean met, String offence) {
    if (!met) {
      offences.add(offence);
    }
  }

  @SuppressWarnings("unchecked")
  private static void remove(Map<String, Object> object, String path, String key) {
    Object at = Objects.requireNonNull(Yaml.at(object, path));
    assertNotEquals(null, ((Map<String, Object>) at).remove(key));
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> object, String path, String key, String value) {
    Object at = Objects.requireNonNull(Yaml.at(object, path));
    ((Map<String, Object>) at).put(key, value);
  }
}
