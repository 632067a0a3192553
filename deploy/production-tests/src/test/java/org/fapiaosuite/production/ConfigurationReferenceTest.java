package org.fapiaosuite.production;

import static org.fapiaosuite.production.Yaml.mapAt;
import static org.fapiaosuite.production.Yaml.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fapiaosuite.production.Mapping.Property;
import org.fapiaosuite.production.Sources.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every setting is in one documented mapping, and all of them in the reference. */
class ConfigurationReferenceTest {
  private static final Sources SOURCES = Sources.ofCheckout();
  private static final List<Mapping> MAPPINGS = Mapping.all(SOURCES);
  private static final Path COMMITTED = Checkout.ROOT.resolve("deploy/operations/configuration.md");

  /** A property of ours where it is asked for by its name instead of by a mapping. */
  private static final Pattern INLINE =
      Pattern.compile("(?:@ConfigProperty\\(\\s*name\\s*=\\s*|Value\\()\"(fapiao\\.[^\"]+)\"");

  /** Read while the API document is made, and no operator's to set. */
  private static final Set<String> AT_BUILD = Set.of("fapiao.audit.described-at");

  private static final Pattern SCHEDULE = Pattern.compile("\"\\{(fapiao\\.[a-z.-]+)}\"");

  @TempDir Path folder;

  @Test
  void the_committed_reference_is_the_one_of_these_sources() throws IOException {
    String made =
        new ConfigurationReference(MAPPINGS)
            .markdown(Checkout.read(Path.of("src/test/resources/configuration-introduction.txt")));
    Path written = Path.of("target/configuration.md").toAbsolutePath();
    Files.writeString(written, made);

    assertEquals(
        made,
        Files.exists(COMMITTED) ? Checkout.read(COMMITTED) : "",
        "the settings have changed: copy " + written + " to " + COMMITTED);
  }

  @Test
  void every_mapping_and_every_property_says_what_it_is_for() {
    List<String> silent = new ArrayList<>();
    for (Mapping mapping : MAPPINGS) {
      if (mapping.comment() == null) {
        silent.add(mapping.name());
      }
      mapping.properties().stream()
          .filter(it -> it.comment() == null || it.comment().isBlank())
          .forEach(it -> silent.add(it.name()));
    }

    assertEquals(List.of(), silent);
    assertTrue(MAPPINGS.size() >= 35, "mappings: " + MAPPINGS.size());
    assertTrue(properties().size() >= 200, "properties: " + properties().size());
  }

  @Test
  void no_prefix_is_mapped_twice() {
    Set<String> once = new TreeSet<>();

    assertEquals(
        List.of(), MAPPINGS.stream().map(Mapping::prefix).filter(it -> !once.add(it)).toList());
  }

  @Test
  void a_prefix_says_whose_it_is() {
    assertEquals(
        List.of(),
        MAPPINGS.stream()
            .filter(it -> !isOf(it.module(), it.prefix()))
            .map(it -> it.module() + " " + it.prefix())
            .toList());
    assertFalse(isOf("account-service", "fapiao.gateway.limits"));
    assertFalse(isOf("fapiao-service", "fapiao.account.limits"));
    assertTrue(isOf("fapiao-service", "fapiao.bills"));
  }

  @Test
  void no_property_of_ours_is_asked_for_outside_of_a_mapping() {
    List<String> inline = new ArrayList<>();
    for (Path file : SOURCES.all().stream().map(Source::file).collect(Collectors.toSet())) {
      Matcher found = INLINE.matcher(Checkout.read(file));
      while (found.find()) {
        if (!AT_BUILD.contains(found.group(1))) {
          inline.add(found.group(1) + " in " + file.getFileName());
        }
      }
    }

    assertEquals(List.of(), inline);
    assertTrue(INLINE.matcher("@ConfigProperty(name = \"fapiao.x\")").find());
  }

  @Test
  void what_application_properties_and_schedules_name_is_mapped() {
    Set<String> unmapped = new TreeSet<>();
    int named = 0;
    for (String module : Sources.modules()) {
      Set<String> keys = ConfigurationReference.keys(module);
      keys.removeIf(key -> !key.startsWith("fapiao."));
      named += keys.size();
      unmapped.addAll(keys);
    }
    for (Path file : SOURCES.all().stream().map(Source::file).collect(Collectors.toSet())) {
      Matcher found = SCHEDULE.matcher(Checkout.read(file));
      while (found.find()) {
        named++;
        unmapped.add(found.group(1));
      }
    }
    unmapped.removeAll(AT_BUILD);
    unmapped.removeIf(key -> properties().stream().anyMatch(it -> it.matches(key)));

    assertEquals(Set.of(), unmapped);
    assertTrue(named >= 60, "names: " + named);
  }

  @Test
  void every_setting_that_operators_are_given_is_in_the_reference() {
    String reference = Checkout.read(COMMITTED);
    Set<String> given = new TreeSet<>();
    for (String overlay : List.of("small", "large")) {
      Cluster.of(overlay)
          .withPods()
          .forEach(
              it -> {
                if (text(it, "spec/template/spec/containers/0/image").contains("/fapiao/")) {
                  Cluster.containers(it)
                      .forEach(one -> given.addAll(Cluster.of(overlay).settings(one).keySet()));
                }
              });
    }
    Map<String, Object> compose =
        mapAt(
            Yaml.documents(Checkout.read(Checkout.COMPOSE.resolve("compose.yaml"))).get(0),
            "services");
    for (String service : Checkout.PORTS.keySet()) {
      given.addAll(mapAt(Objects.requireNonNull(compose.get(service)), "environment").keySet());
    }
    given.remove("HEALTH_PORT"); // for the health check inside of the container

    assertTrue(given.size() >= 30, given.toString());
    assertEquals(
        List.of(),
        given.stream().filter(it -> !ConfigurationReference.describes(reference, it)).toList());
    assertFalse(ConfigurationReference.describes(reference, "FAPIAO_ACCOUNT_KEYS_MASTERS"));
    assertTrue(ConfigurationReference.describes(reference, "FAPIAO_ACCOUNT_KEYS_MASTER_FILE"));
  }

  @Test
  void names_defaults_bounds_and_comments_are_read_from_the_sources() throws IOException {
    // Given
    Path source = folder.resolve("ShopConfig.java");
    Files.writeString(
        source,
        """
        /** How the {@code shop} is run. */
        @ConfigMapping(prefix = "fapiao.shop")
        interface ShopConfig {
          /** Hands at work. */
          @WithDefault("2")
          @Min(1)
          int mostHands();

          Doors doors();

          /** By name. */
          Map<String, Rate> rates();

          default int twice() {
            return 2 * mostHands();
          }

          interface Doors {
            /** What stands there. */
            @WithName("sign-text")
            Optional<String> sign();
          }

          interface Rate {
            /** How much. */
            Kind kind();
          }

          enum Kind {
            /** One. */
            LOW,
            HIGH
          }
        }
        """);

    // When
    Mapping read = Mapping.all(Sources.of(List.of(source))).get(0);

    // Then
    assertEquals("fapiao.shop", read.prefix());
    assertEquals("How the `shop` is run.", read.comment());
    assertEquals(
        List.of(
            new Property(
                "fapiao.shop.most-hands", "whole number, at least 1", false, "2", "Hands at work."),
            new Property("fapiao.shop.doors.sign-text", "text", true, null, "What stands there."),
            new Property("fapiao.shop.rates.<name>.kind", "LOW, HIGH", false, null, "How much.")),
        read.properties());
    assertEquals("FAPIAO_SHOP_RATES_<NAME>_KIND", read.properties().get(2).variable());
    assertTrue(read.properties().get(2).matches("fapiao.shop.rates.push.kind"));
    assertFalse(read.properties().get(2).matches("fapiao.shop.rates.kind"));
  }

  private static List<Property> properties() {
    return MAPPINGS.stream().flatMap(it -> it.properties().stream()).toList();
  }

  /**
   * A service's prefix begins with its name, which for fapiao-service the suite's is too; what a
   * library maps is no service's.
   */
  private static boolean isOf(String module, String prefix) {
    Set<String> others =
        Stream.of("account", "order-sync", "notification", "gateway")
            .map(it -> "fapiao." + it)
            .filter(it -> prefix.equals(it) || prefix.startsWith(it + "."))
            .collect(Collectors.toSet());
    String own = "fapiao." + module.replaceFirst("-service$", "");
    return (Checkout.DATABASES.containsKey(module.replaceFirst("-service$", ""))
            && !module.startsWith("fapiao"))
        ? others.equals(Set.of(own))
        : module.equals("gateway") ? others.equals(Set.of(own)) : others.isEmpty();
  }
}
