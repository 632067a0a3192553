package org.fapiaosuite.gateway.pages;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the build made of the portal, read once into memory: some megabytes, and nothing on disk
 * can be reached through an address.
 */
final class PageFiles {

  private static final String PAGE = "index.html";

  /** The build puts a hash of the content into the names of these files. */
  private static final String HASHED = "/assets/";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"));

  private final Map<String, PageFile> files;
  private final @Nullable Page page;

  private PageFiles(Map<String, PageFile> files, @Nullable Page page) {
    this.files = files;
    this.page = page;
  }

  /** What a folder of the class path holds; nothing where the portal is not packaged. */
  static PageFiles load(String folder) {
    Map<String, byte[]> contents = new HashMap<>();
    try {
      ClassPathUtils.consumeAsPaths(
          Thread.currentThread().getContextClassLoader(),
          folder + "/" + PAGE,
          page -> {
            if (contents.isEmpty() && page.getParent() != null) {
              contents.putAll(read(page.getParent()));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The portal's pages cannot be read", e);
    }
    byte[] page = contents.remove("/" + PAGE);
    Map<String, PageFile> files = new HashMap<>();
    for (String path : contents.keySet()) {
      if (!isPacked(path) && !path.startsWith("/" + PAGE)) {
        files.put(path, file(path, contents));
      }
    }
    return new PageFiles(
        Map.copyOf(files),
        page == null ? null : new Page(new String(page, StandardCharsets.UTF_8)));
  }

  /** By its address, as it is written. */
  Optional<PageFile> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Empty where the portal is not packaged. */
  Optional<Page> page() {
    return Optional.ofNullable(page);
  }

  private static Map<String, byte[]> read(Path folder) {
    Map<String, byte[]> contents = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> found = all.filter(Files::isRegularFile).toList();
      for (Path file : found) {
        String path = "/" + folder.relativize(file).toString().replace('\\', '/');
        contents.put(path, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The portal's pages cannot be read", e);
    }
    return contents;
  }

  private static PageFile file(String path, Map<String, byte[]> contents) {
    Map<Coding, byte[]> packed = new EnumMap<>(Coding.class);
    for (Coding coding : Coding.values()) {
      byte[] content = contents.get(path + coding.suffix());
      if (content != null) {
        packed.put(coding, content);
      }
    }
    String type = TYPES.getOrDefault(extension(path), "application/octet-stream");
    return PageFile.of(type, path.startsWith(HASHED), packed);
  }

  private static boolean isPacked(String path) {
    return path.endsWith(Coding.BROTLI.suffix()) || path.endsWith(Coding.GZIP.suffix());
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
