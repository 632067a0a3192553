package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.mapsAt;
import static org.fapiaosuite.production.Yaml.text;
import static org.fapiaosuite.production.Yaml.textsAt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of a rendered overlay, and what in them does not fit together. */
record Cluster(List<Map<String, Object>> objects) {
  private static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "Job");

  static Cluster of(String overlay) {
    return new Cluster(
        Kustomization.render(Checkout.KUBERNETES.resolve("overlays").resolve(overlay)));
  }

  Stream<Map<String, Object>> all(String kind) {
    return objects.stream().filter(object -> text(object, "kind").equals(kind));
  }

  List<Map<String, Object>> withPods() {
    return objects.stream().filter(one -> WITH_PODS.contains(text(one, "kind"))).toList();
  }

  /** Deployments of our own services. */
  List<Map<String, Object>> services() {
    return all("Deployment").toList();
  }

  static String name(Map<String, Object> object) {
    return text(object, "kind") + " " + text(object, "metadata/name");
  }

  static List<Map<String, Object>> containers(Map<String, Object> withPods) {
    return mapsAt(withPods, "spec/template/spec/containers");
  }

  static Map<String, Object> podLabels(Map<String, Object> withPods) {
    return mapAt(withPods, "spec/template/metadata/labels");
  }

  /** The named or numbered ports of the pods that a selector of plain labels meets. */
  Set<String> portsOf(Map<String, Object> labels) {
    Set<String> ports = new LinkedHashSet<>();
    for (Map<String, Object> one : selected(labels)) {
      for (Map<String, Object> container : containers(one)) {
        for (Map<String, Object> port : mapsAt(container, "ports")) {
          ports.add(text(port, "name"));
          ports.add(text(port, "containerPort"));
        }
      }
    }
    return ports;
  }

  List<Map<String, Object>> selected(Map<String, Object> labels) {
    return withPods().stream()
        .filter(one -> podLabels(one).entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  /** The settings a container starts with: those of its ConfigMaps, then its own. */
  Map<String, String> settings(Map<String, Object> container) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map<String, Object> from : mapsAt(container, "envFrom")) {
      data(text(from, "configMapRef/name"))
          .forEach((key, value) -> settings.put(key, String.valueOf(value)));
    }
    for (Map<String, Object> own : mapsAt(container, "env")) {
      settings.put(text(own, "name"), text(own, "value"));
    }
    return settings;
  }

  Map<String, Object> data(String configMap) {
    return all("ConfigMap")
        .filter(object -> text(object, "metadata/name").equals(configMap))
        .map(object -> mapAt(object, "data"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no ConfigMap " + configMap));
  }

  /** Selectors that meet no pod, ports that nobody has, targets that do not exist. */
  List<String> looseEnds() {
    List<String> loose = new ArrayList<>();
    for (Map<String, Object> one : withPods()) {
      Map<String, Object> selector = mapAt(one, "spec/selector/matchLabels");
      if (!podLabels(one).entrySet().containsAll(selector.entrySet())
          || (selector.isEmpty() && !text(one, "kind").equals("Job"))) {
        loose.add(name(one) + " does not select its own pods");
      }
      references(one).stream()
          .filter(map -> all("ConfigMap").noneMatch(it -> text(it, "metadata/name").equals(map)))
          .forEach(map -> loose.add(name(one) + " wants the ConfigMap " + map));
    }
    all("Service").forEach(service -> loose.addAll(looseService(service)));
    all("PodDisruptionBudget")
        .filter(one -> selected(mapAt(one, "spec/selector/matchLabels")).size() != 1)
        .forEach(one -> loose.add(name(one) + " selects not exactly one set of pods"));
    all("HorizontalPodAutoscaler")
        .filter(one -> !has("Deployment", text(one, "spec/scaleTargetRef/name")))
        .forEach(one -> loose.add(name(one) + " scales nothing"));
    all("Ingress")
        .flatMap(one -> mapsAt(one, "spec/rules").stream())
        .flatMap(rule -> mapsAt(rule, "http/paths").stream())
        .filter(path -> !hasPort(path))
        .forEach(path -> loose.add("Ingress leads to no port: " + path.get("backend")));
    return loose;
  }

  private List<String> looseService(Map<String, Object> service) {
    Set<String> ports = portsOf(mapAt(service, "spec/selector"));
    return mapsAt(service, "spec/ports").stream()
        .filter(port -> !ports.contains(text(port, "targetPort")))
        .map(port -> name(service) + " leads to no port " + port.get("targetPort"))
        .toList();
  }

  private boolean has(String kind, String name) {
    return all(kind).anyMatch(object -> text(object, "metadata/name").equals(name));
  }

  private boolean hasPort(Map<String, Object> path) {
    return all("Service")
        .filter(it -> text(it, "metadata/name").equals(text(path, "backend/service/name")))
        .flatMap(it -> mapsAt(it, "spec/ports").stream())
        .anyMatch(it -> text(it, "name").equals(text(path, "backend/service/port/name")));
  }

  private static Set<String> references(Map<String, Object> withPods) {
    Set<String> names =
        containers(withPods).stream()
            .flatMap(container -> mapsAt(container, "envFrom").stream())
            .map(from -> text(from, "configMapRef/name"))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    mapsAt(withPods, "spec/template/spec/volumes").stream()
        .map(volume -> text(volume, "configMap/name"))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /** Volumes that nobody mounts, and mounts without a volume. */
  static List<String> looseVolumes(Map<String, Object> withPods) {
    Set<String> volumes =
        Stream.of("spec/template/spec/volumes", "spec/volumeClaimTemplates")
            .flatMap(path -> mapsAt(withPods, path).stream())
            .map(it -> text(it, "name") + text(it, "metadata/name"))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> mounted =
        containers(withPods).stream()
            .flatMap(container -> mapsAt(container, "volumeMounts").stream())
            .map(mount -> text(mount, "name"))
            .collect(Collectors.toSet());
    List<String> loose = new ArrayList<>();
    volumes.stream()
        .filter(volume -> !mounted.contains(volume))
        .forEach(volume -> loose.add(name(withPods) + " mounts no " + volume));
    mounted.stream()
        .filter(mount -> !volumes.contains(mount))
        .forEach(mount -> loose.add(name(withPods) + " has no volume " + mount));
    return loose;
  }

  static List<String> capabilitiesDropped(Map<String, Object> container) {
    return textsAt(container, "securityContext/capabilities/drop");
  }
}
