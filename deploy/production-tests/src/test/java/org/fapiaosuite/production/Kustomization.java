package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.at;
import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.mapsAt;
import static org.fapiaosuite.production.Yaml.text;
import static org.fapiaosuite.production.Yaml.textsAt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders an overlay as {@code kubectl kustomize} does, for exactly the fields that ours use; any
 * other is refused, so that nothing is passed over. Only the suffix that kustomize gives the names
 * of generated ConfigMaps is left out.
 */
final class Kustomization {
  private static final Set<String> FIELDS =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "labels",
          "resources",
          "configMapGenerator",
          "images",
          "patches");

  private final Path folder;
  private final Map<String, Object> file;
  private final List<Map<String, Object>> objects = new ArrayList<>();

  private Kustomization(Path folder) {
    this.folder = folder;
    this.file = Yaml.documents(Checkout.read(folder.resolve("kustomization.yaml"))).get(0);
    only("kustomization", file, FIELDS);
  }

  /**
   * Every object of the folder's kustomization, in the order of its resources.
   *
   * @throws IllegalArgumentException for a field that is not among those rendered here
   */
  static List<Map<String, Object>> render(Path folder) {
    Kustomization kustomization = new Kustomization(folder);
    kustomization.resources();
    kustomization.configMaps();
    kustomization.patches();
    kustomization.images();
    kustomization.labels();
    kustomization.namespace();
    return kustomization.objects;
  }

  private void resources() {
    for (String resource : textsAt(file, "resources")) {
      Path path = folder.resolve(resource).normalize();
      objects.addAll(Files.isDirectory(path) ? render(path) : Yaml.documents(Checkout.read(path)));
    }
  }

  private void configMaps() {
    for (Map<String, Object> generator : mapsAt(file, "configMapGenerator")) {
      only(
          "configMapGenerator",
          generator,
          Set.of("name", "behavior", "envs", "files", "literals", "options"));
      only("options", mapAt(generator, "options"), Set.of("labels"));
      Map<String, Object> data = new LinkedHashMap<>();
      textsAt(generator, "envs")
          .forEach(env -> Checkout.lines(folder.resolve(env)).forEach(line -> put(data, line)));
      textsAt(generator, "literals").forEach(literal -> put(data, literal));
      textsAt(generator, "files").forEach(each -> putFile(data, each));
      String name = text(generator, "name");
      switch (text(generator, "behavior")) {
        case "merge" -> merge(find("ConfigMap", name), data);
        case "" -> objects.add(configMap(name, data, mapAt(generator, "options/labels")));
        default -> throw new IllegalArgumentException("behavior of " + name);
      }
    }
  }

  private static void merge(Map<String, Object> configMap, Map<String, Object> data) {
    Map<String, Object> merged = mapAt(configMap, "data");
    merged.putAll(data);
    configMap.put("data", merged);
  }

  private static Map<String, Object> configMap(
      String name, Map<String, Object> data, Map<String, Object> labels) {
    Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", name));
    metadata.put("labels", new LinkedHashMap<>(labels));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "v1");
    object.put("kind", "ConfigMap");
    object.put("metadata", metadata);
    object.put("data", data);
    return object;
  }

  private static void put(Map<String, Object> data, String line) {
    int end = line.indexOf('=');
    if (end < 1) {
      throw new IllegalArgumentException("no NAME=value: " + line);
    }
    data.put(line.substring(0, end), line.substring(end + 1));
  }

  private void putFile(Map<String, Object> data, String each) {
    int end = each.indexOf('=');
    Path path = folder.resolve(each.substring(end + 1));
    data.put(end < 0 ? path.getFileName().toString() : each.substring(0, end), Checkout.read(path));
  }

  private void patches() {
    for (Map<String, Object> patch : mapsAt(file, "patches")) {
      only("patches", patch, Set.of("path", "patch", "target"));
      only("target", mapAt(patch, "target"), Set.of("kind", "name"));
      String operations =
          patch.containsKey("path")
              ? Checkout.read(folder.resolve(text(patch, "path")))
              : text(patch, "patch");
      List<Map<String, Object>> targets =
          objects.stream()
              .filter(object -> text(object, "kind").equals(text(patch, "target/kind")))
              .filter(object -> text(object, "metadata/name").matches(text(patch, "target/name")))
              .toList();
      if (targets.isEmpty()) {
        throw new IllegalArgumentException("patch meets nothing: " + patch.get("target"));
      }
      for (Map<String, Object> target : targets) {
        Yaml.list(operations).forEach(operation -> JsonPatch.apply(target, operation));
      }
    }
  }

  private void images() {
    for (Map<String, Object> image : mapsAt(file, "images")) {
      only("images", image, Set.of("name", "newName", "newTag"));
      String name = text(image, "name");
      String replaced = text(image, "newName") + ":" + text(image, "newTag");
      containers().stream()
          .filter(container -> text(container, "image").equals(name))
          .forEach(container -> container.put("image", replaced));
    }
  }

  /** The containers of all objects, to be changed in place. */
  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> containers() {
    List<Map<String, Object>> containers = new ArrayList<>();
    for (Map<String, Object> object : objects) {
      if (at(object, "spec/template/spec/containers") instanceof List<?> list) {
        list.forEach(container -> containers.add((Map<String, Object>) container));
      }
    }
    return containers;
  }

  private void labels() {
    for (Map<String, Object> label : mapsAt(file, "labels")) {
      only("labels", label, Set.of("pairs", "includeTemplates"));
      for (Map<String, Object> object : objects) {
        addLabels(object, "metadata", mapAt(label, "pairs"));
        if (text(label, "includeTemplates").equals("true") && at(object, "spec/template") != null) {
          addLabels(object, "spec/template/metadata", mapAt(label, "pairs"));
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void addLabels(
      Map<String, Object> object, String path, Map<String, Object> pairs) {
    Map<String, Object> metadata = (Map<String, Object>) at(object, path);
    Map<String, Object> labels = mapAt(metadata, "labels");
    labels = new LinkedHashMap<>(labels);
    labels.putAll(pairs);
    if (metadata != null) {
      metadata.put("labels", labels);
    }
  }

  private void namespace() {
    if (file.containsKey("namespace")) {
      for (Map<String, Object> object : objects) {
        Map<String, Object> metadata = mapAt(object, "metadata");
        metadata.put("namespace", text(file, "namespace"));
        object.put("metadata", metadata);
      }
    }
  }

  private Map<String, Object> find(String kind, String name) {
    return objects.stream()
        .filter(object -> text(object, "kind").equals(kind))
        .filter(object -> text(object, "metadata/name").equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " " + name));
  }

  private void only(String what, Map<String, Object> given, Set<String> known) {
    given.keySet().stream()
        .filter(field -> !known.contains(field))
        .findFirst()
        .ifPresent(
            field -> {
              throw new IllegalArgumentException(
                  folder + ": " + what + " has \"" + field + "\", which is not rendered here");
            });
  }
}
