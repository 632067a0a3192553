package org.fapiaosuite.fapiao.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names of China's administrative regions by their GB/T 2260 code. */
@ApplicationScoped
public class Regions {

  private static final String RESOURCE = "/regions/gb2260.csv";

  private final Map<String, String> names;

  Regions() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
      names =
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(",", 2))
              .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read", e);
    }
  }

  /** All regions, by their codes. */
  public SortedMap<String, String> all() {
    return new TreeMap<>(names);
  }

  public boolean isKnown(String code) {
    return names.containsKey(code);
  }

  /** Province, prefecture and county in words, for example {@code 上海市浦东新区}. */
  public Optional<String> name(String code) {
    if (!isKnown(code)) {
      return Optional.empty();
    }
    String province = names.getOrDefault(code.substring(0, 2) + "0000", "");
    String prefecture = names.getOrDefault(code.substring(0, 4) + "00", "");
    String county = code.endsWith("00") ? "" : names.getOrDefault(code, "");
    boolean nameless = prefecture.equals("市辖区") || prefecture.equals("县");
    return Optional.of(
        code.endsWith("0000") ? province : province + (nameless ? "" : prefecture) + county);
  }
}
