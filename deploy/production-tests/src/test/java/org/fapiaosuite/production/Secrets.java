package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.mapsAt;
import static org.fapiaosuite.production.Yaml.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which settings are secret, and where secrets come from. */
final class Secrets {
  /** The ends of the names of settings whose value nobody else may know. */
  private static final List<String> SECRET =
      List.of("PASSWORD", "SECRET", "_MASTER", "_ENCRYPTION_KEY", "_JAAS_CONFIG");

  private Secrets() {}

  static boolean isSecret(String setting) {
    return SECRET.stream().anyMatch(setting::endsWith);
  }

  /** Secret settings that a ConfigMap or a container's own environment gives a value. */
  static List<String> inTheOpen(Cluster cluster) {
    Stream<String> maps =
        cluster
            .all("ConfigMap")
            .flatMap(
                it ->
                    mapAt(it, "data").keySet().stream()
                        .filter(Secrets::isSecret)
                        .map(key -> text(it, "metadata/name") + ": " + key));
    Stream<String> own =
        cluster.withPods().stream()
            .flatMap(it -> Cluster.containers(it).stream())
            .flatMap(
                it ->
                    mapsAt(it, "env").stream()
                        .map(env -> text(env, "name"))
                        .filter(Secrets::isSecret)
                        .map(name -> text(it, "name") + ": " + name));
    return Stream.concat(maps, own).toList();
  }

  /** The names of the secrets that are mounted as files. */
  static Set<String> mounted(Cluster cluster) {
    Set<String> names = new TreeSet<>();
    for (Map<String, Object> one : cluster.withPods()) {
      for (Map<String, Object> volume : mapsAt(one, "spec/template/spec/volumes")) {
        names.add(text(volume, "secret/secretName"));
        mapsAt(volume, "projected/sources").forEach(it -> names.add(text(it, "secret/name")));
      }
    }
    names.remove("");
    return names;
  }
}
