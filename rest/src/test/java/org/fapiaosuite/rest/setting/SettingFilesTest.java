package org.fapiaosuite.rest.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesLocationConfigSourceFactory;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fapiaosuite.rest.secret.GivenSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingFilesTest {
  @TempDir Path folder;

  @ConfigMapping(prefix = "fapiao.shop")
  interface Shop {
    Optional<String> doorKey();

    Platforms platforms();

    interface Platforms {
      @WithParentName
      Map<String, Platform> byName();
    }

    interface Platform {
      String secret();
    }
  }

  @Test
  void a_secret_is_read_from_the_file_that_its_variable_names() throws IOException {
    SmallRyeConfig config =
        config(
            Map.of(
                "FAPIAO_SHOP_DOOR_KEY_FILE", file("door", "s3cret\n"),
                "FAPIAO_SHOP_PLATFORMS_WEST_SECRET_FILE", file("west", "whsec_abc"),
                "QUARKUS_DATASOURCE_PASSWORD_FILE", file("password", " with spaces \r\n")));

    assertEquals(Optional.of("s3cret"), config.getConfigMapping(Shop.class).doorKey());
    assertEquals(
        "whsec_abc",
        Objects.requireNonNull(config.getConfigMapping(Shop.class).platforms().byName().get("west"))
            .secret());
    assertEquals(" with spaces ", config.getValue("quarkus.datasource.password", String.class));
  }

  @Test
  void what_is_not_ours_to_read_is_left_alone() {
    SmallRyeConfig config = config(Map.of("OTHER_KEY_FILE", "/nowhere"));

    assertEquals(Optional.empty(), config.getOptionalValue("other.key", String.class));
    assertEquals("/nowhere", config.getValue("other.key.file", String.class));
  }

  @Test
  void a_secret_that_is_missing_or_empty_is_marked_and_one_that_is_given_is_not() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new EnvConfigSource(Map.of("FAPIAO_A", "", "FAPIAO_C", "given"), 300))
            .withSources(
                (ConfigSourceFactory)
                    context ->
                        List.of(
                            RequiredSecrets.stoppedGaps(
                                context, List.of("fapiao.a", "fapiao.b", "fapiao.c"))))
            .build();

    assertEquals(GivenSecret.MISSING, config.getValue("fapiao.a", String.class));
    assertEquals(GivenSecret.MISSING, config.getValue("fapiao.b", String.class));
    assertEquals("given", config.getValue("fapiao.c", String.class));
  }

  @Test
  void every_file_that_is_none_is_named_in_one_message_that_tells_no_secret() throws IOException {
    Map<String, String> environment =
        Map.of(
            "FAPIAO_A_FILE", "/nowhere/a",
            "FAPIAO_B_FILE", file("b", " \n"),
            "FAPIAO_C_FILE", file("c", "hush"),
            "FAPIAO_C", "hush too",
            "KAFKA_D_FILE", file("d", "x".repeat(70_000)));

    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> config(environment));

    assertEquals(
        "does not start: FAPIAO_A_FILE names a file that cannot be read: /nowhere/a;"
            + " FAPIAO_B_FILE names a file that is empty: B;"
            + " FAPIAO_C is given itself and as FAPIAO_C_FILE;"
            + " KAFKA_D_FILE names a file that is too large: D",
        Objects.requireNonNull(refused.getMessage())
            .replace(folder.resolve("b").toString(), "B")
            .replace(folder.resolve("d").toString(), "D"));
  }

  @Test
  void the_old_name_of_a_setting_stops_the_start_with_the_new_one() throws IOException {
    for (Map.Entry<String, String> renamed : RenamedSettings.OLD_NAMES.entrySet()) {
      String old = renamed.getValue();
      SmallRyeConfig asVariable =
          config(Map.of(old.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), "x"));
      SmallRyeConfig inFile =
          config(Map.of("SMALLRYE_CONFIG_LOCATIONS", file("settings.properties", old + "=x")));

      for (SmallRyeConfig config : List.of(asVariable, inFile)) {
        IllegalStateException refused =
            assertThrows(
                IllegalStateException.class,
                () -> config.getOptionalValue(renamed.getKey(), String.class));

        assertEquals(
            "does not start: " + old + " is called " + renamed.getKey() + " now",
            refused.getMessage());
      }
    }
  }

  private static SmallRyeConfig config(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withSources(new EnvConfigSource(environment, 300))
        .withSources(new SettingFiles())
        .withSources(new PropertiesLocationConfigSourceFactory())
        .withInterceptors(new RenamedSettings())
        .withMapping(Shop.class)
        .build();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
