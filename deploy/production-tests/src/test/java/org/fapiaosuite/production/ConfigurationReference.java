package org.fapiaosuite.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fapiaosuite.production.Mapping.Property;

/**
 * The document that lists every setting, made of the mappings and of the few that are Quarkus's.
 */
final class ConfigurationReference {
  private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_<>]+)`");
  private final List<Mapping> mappings;

  ConfigurationReference(List<Mapping> mappings) {
    this.mappings = mappings;
  }

  /** What stands in a module's application.properties without a profile, {@code key=value}. */
  static Map<String, String> packaged(String module) {
    return settings(module, line -> !line.startsWith("%"));
  }

  /** The same of all profiles, without their names. */
  static Set<String> keys(String module) {
    return new TreeSet<>(settings(module, line -> true).keySet());
  }

  private static Map<String, String> settings(
      String module, java.util.function.Predicate<String> wanted) {
    Map<String, String> settings = new LinkedHashMap<>();
    Path file = Checkout.ROOT.resolve(module).resolve("src/main/resources/application.properties");
    if (Files.exists(file)) {
      Checkout.lines(file).stream()
          .filter(wanted)
          .map(line -> line.replaceFirst("^%\\w+\\.", ""))
          .forEach(
              line -> settings.put(line.replaceFirst("=.*", ""), line.replaceFirst("^[^=]*=", "")));
    }
    return settings;
  }

  String markdown(String introduction) {
    StringBuilder text = new StringBuilder(introduction.strip()).append('\n');
    Map<String, List<Mapping>> byModule =
        mappings.stream()
            .collect(
                Collectors.groupingBy(Mapping::module, LinkedHashMap::new, Collectors.toList()));
    byModule.forEach(
        (module, those) -> {
          text.append("\n## ").append(heading(module)).append('\n');
          those.forEach(mapping -> append(text, mapping));
        });
    return text.toString();
  }

  private static String heading(String module) {
    return Checkout.PORTS.keySet().stream().map(Checkout::module).anyMatch(module::equals)
        ? module
        : module + ", in every service that has it";
  }

  private static void append(StringBuilder text, Mapping mapping) {
    text.append("\n### `").append(mapping.prefix()).append("`\n\n").append(mapping.comment());
    text.append("\n\n| property, variable | type | default | what |\n|---|---|---|---|\n");
    Map<String, String> packaged = packaged(mapping.module());
    for (Property property : mapping.properties()) {
      text.append("| `").append(property.name()).append("`<br>`").append(property.variable());
      text.append("` | ").append(cell(property.type())).append(" | ");
      text.append(fallback(property, packaged)).append(" | ");
      text.append(cell(String.valueOf(property.comment()))).append(" |\n");
    }
  }

  private static String fallback(Property property, Map<String, String> packaged) {
    List<String> given = new ArrayList<>();
    packaged.forEach(
        (key, value) -> {
          if (property.matches(key)) {
            given.add(
                property.name().contains("<name>")
                    ? chosen(property, key) + ": " + value
                    : "`" + value + "`");
          }
        });
    if (!given.isEmpty()) {
      return cell(String.join(", ", given));
    }
    if (property.fallback() != null) {
      return "`" + cell(property.fallback()) + "`";
    }
    return property.optional() ? "none" : "**required**";
  }

  private static String chosen(Property property, String key) {
    String before = property.name().replaceFirst("<name>.*", "");
    return key.substring(before.length()).replaceFirst("\\..*", "");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** The names of every variable that a document describes. */
  static List<Pattern> variables(String document) {
    Matcher matcher = VARIABLE.matcher(document);
    List<Pattern> variables = new ArrayList<>();
    while (matcher.find()) {
      variables.add(Pattern.compile(matcher.group(1).replaceAll("<[A-Z]+>", "[A-Z0-9_]+")));
    }
    return variables;
  }

  /** Whether a document describes a variable, or the one that a file is given for. */
  static boolean describes(String document, String variable) {
    String value = variable.replaceFirst("_FILE$", "");
    return variables(document).stream().anyMatch(it -> it.matcher(value).matches());
  }
}
