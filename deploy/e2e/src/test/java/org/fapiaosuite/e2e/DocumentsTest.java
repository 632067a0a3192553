package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents refer to exists. */
class DocumentsTest {
  private static final Path ROOT = Suite.projectRoot();

  /** Not ours, made by a build, or the data of a running suite. */
  private static final Set<String> PASSED_OVER =
      Set.of(".git", "target", "node_modules", "data", "run");

  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigMapping\\(\\s*prefix\\s*=\\s*\"([a-z.-]+)\"");

  @TempDir Path folder;

  @Test
  void every_relative_link_of_every_document_leads_to_a_file_or_folder() throws IOException {
    List<Path> documents = files(ROOT, ".md");
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : documents) {
      links += targets(document).size();
      broken.addAll(broken(document));
    }

    assertEquals(List.of(), broken);
    assertTrue(documents.size() >= 20, "the search finds documents: " + documents);
    assertTrue(links >= 20, "the search finds links: " + links);
  }

  @Test
  void every_folder_that_a_document_links_to_has_a_readme() throws IOException {
    List<Path> linked = new ArrayList<>();
    for (Path document : files(ROOT, ".md")) {
      linked.addAll(targets(document).stream().filter(Files::isDirectory).toList());
    }

    assertTrue(linked.size() >= 10, "the search finds folders: " + linked);
    assertEquals(
        List.of(),
        linked.stream().filter(target -> !Files.exists(target.resolve("README.md"))).toList());
  }

  @Test
  void every_module_has_a_readme() throws IOException {
    List<Path> modules = files(ROOT, "pom.xml").stream().map(Path::getParent).toList();

    assertTrue(modules.size() >= 13, "the search finds modules: " + modules);
    assertEquals(
        List.of(),
        modules.stream().filter(module -> !Files.exists(module.resolve("README.md"))).toList());
  }

  @Test
  void the_configuration_of_every_feature_is_in_the_readme_of_its_module() throws IOException {
    List<String> missing = new ArrayList<>();
    int prefixes = 0;
    for (Path source : sources()) {
      Matcher prefix = PREFIX.matcher(Files.readString(source));
      while (prefix.find()) {
        prefixes++;
        if (!Files.readString(readmeOfModule(source)).contains(prefix.group(1))) {
          missing.add(prefix.group(1) + " of " + ROOT.relativize(source));
        }
      }
    }

    assertEquals(List.of(), missing);
    assertTrue(prefixes >= 20, "the search finds configuration: " + prefixes);
  }

  @Test
  void a_broken_link_is_found_and_code_and_addresses_are_passed_over() throws IOException {
    // Given
    Files.createDirectories(folder.resolve("there"));
    Path document = folder.resolve("document.md");
    Files.writeString(
        document,
        """
        [there](there), [part](there#part), [not there](missing/file.md), [web](https://web.example/x),
        [here](#part), `[code](code.md)`
        ```
        [block](block.md)
        ```
        ![picture](picture.png)
        """);

    // When
    List<String> broken = broken(document);

    // Then
    assertEquals(
        List.of("document.md: missing/file.md", "document.md: picture.png"),
        broken.stream().map(line -> line.replace(folder + "/", "")).toList());
  }

  private static List<String> broken(Path document) throws IOException {
    return targets(document).stream()
        .filter(target -> !Files.exists(target))
        .map(target -> document + ": " + target)
        .toList();
  }

  /** What the document's relative links lead to; without the part behind a {@code #}. */
  private static List<Path> targets(Path document) throws IOException {
    String prose = CODE.matcher(Files.readString(document)).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://") && !link.startsWith("#") && !link.startsWith("/"))
        .map(link -> document.resolveSibling(link.replaceFirst("#.*", "")).normalize())
        .toList();
  }

  /** What is deployed; tests have configuration of their own. */
  private static List<Path> sources() throws IOException {
    return files(ROOT, ".java").stream()
        .filter(source -> source.toString().contains("/src/main/"))
        .toList();
  }

  private static Path readmeOfModule(Path source) {
    String path = source.toString();
    return Path.of(path.substring(0, path.lastIndexOf("/src/"))).resolve("README.md");
  }

  private static List<Path> files(Path top, String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(top) && PASSED_OVER.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(ending)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
