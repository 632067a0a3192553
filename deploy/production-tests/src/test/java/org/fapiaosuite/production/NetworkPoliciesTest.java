package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.mapsAt;
import static org.fapiaosuite.production.Yaml.text;
import static org.fapiaosuite.production.Yaml.textsAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever must talk may, and nobody else. */
class NetworkPoliciesTest {
  private static final Pattern ADDRESS = Pattern.compile("(?:^|//)([a-z-]+):(\\d+)");
  private static final Cluster SMALL = Cluster.of("small");

  @Test
  void what_a_service_is_configured_to_call_is_open_to_it_on_both_sides() {
    Set<String> configured = new TreeSet<>();
    for (Map<String, Object> service : SMALL.services()) {
      String name = text(service, "metadata/name");
      for (String value : SMALL.settings(Cluster.containers(service).get(0)).values()) {
        Matcher address = ADDRESS.matcher(value);
        if (address.find() && !SMALL.selected(label(address.group(1))).isEmpty()) {
          configured.add(name + " > " + address.group(1) + ":" + address.group(2));
        }
      }
    }

    assertTrue(configured.size() >= 14, configured.toString());
    assertEquals(
        List.of(),
        configured.stream().filter(call -> !mayLeave(call) || !mayArrive(call)).toList());
  }

  @Test
  void no_more_is_open_than_what_is_configured() {
    Set<String> open = new TreeSet<>();
    for (String from : Checkout.PORTS.keySet()) {
      Checkout.PORTS.forEach(
          (to, port) -> {
            String call = from + " > " + to + ":" + port;
            if (mayLeave(call) && mayArrive(call)) {
              open.add(call);
            }
          });
    }

    assertEquals(
        List.of(
            "fapiao > account:8081",
            "gateway > account:8081",
            "gateway > fapiao:8083",
            "gateway > notification:8084",
            "gateway > order-sync:8082",
            "notification > account:8081",
            "notification > fapiao:8083",
            "order-sync > account:8081"),
        List.copyOf(open));
  }

  @Test
  void every_pod_is_closed_before_anything_is_opened() {
    Map<String, Object> deny =
        SMALL
            .all("NetworkPolicy")
            .filter(it -> text(it, "metadata/name").equals("default-deny"))
            .findFirst()
            .orElseThrow();

    assertEquals(List.of("Ingress", "Egress"), textsAt(deny, "spec/policyTypes"));
    assertEquals(Set.of("podSelector", "policyTypes"), mapAt(deny, "spec").keySet());
    assertEquals(
        SMALL.withPods().size(),
        SMALL.selected(mapAt(deny, "spec/podSelector/matchLabels")).size());
  }

  private static boolean mayLeave(String call) {
    return opened("egress", "to", labels(call.replaceFirst(" > .*", "")), target(call), port(call));
  }

  private static boolean mayArrive(String call) {
    return opened(
        "ingress", "from", target(call), labels(call.replaceFirst(" > .*", "")), port(call));
  }

  private static Map<String, Object> target(String call) {
    return labels(call.replaceFirst(".* > ", "").replaceFirst(":.*", ""));
  }

  private static String port(String call) {
    return call.replaceFirst(".*:", "");
  }

  /** Whether any policy for pods with these labels opens the port to or from the other's. */
  private static boolean opened(
      String rules, String side, Map<String, Object> pod, Map<String, Object> other, String port) {
    return SMALL
        .all("NetworkPolicy")
        .filter(policy -> selects(mapAt(policy, "spec/podSelector"), pod))
        .flatMap(policy -> mapsAt(policy, "spec/" + rules).stream())
        .filter(
            rule -> mapsAt(rule, "ports").stream().anyMatch(it -> text(it, "port").equals(port)))
        .flatMap(rule -> mapsAt(rule, side).stream())
        .anyMatch(
            peer ->
                peer.containsKey("podSelector")
                    && !peer.containsKey("namespaceSelector")
                    && selects(mapAt(peer, "podSelector"), other));
  }

  private static boolean selects(Map<String, Object> selector, Map<String, Object> labels) {
    List<Boolean> demands = new ArrayList<>();
    demands.add(labels.entrySet().containsAll(mapAt(selector, "matchLabels").entrySet()));
    for (Map<String, Object> expression : mapsAt(selector, "matchExpressions")) {
      boolean among = textsAt(expression, "values").contains(labels.get(text(expression, "key")));
      demands.add(text(expression, "operator").equals("In") == among);
    }
    return !demands.contains(false);
  }

  private static Map<String, Object> label(String name) {
    return Map.of("app.kubernetes.io/name", name);
  }

  /** The labels of the pods called so. */
  private static Map<String, Object> labels(String name) {
    return new LinkedHashMap<>(Cluster.podLabels(SMALL.selected(label(name)).get(0)));
  }
}
