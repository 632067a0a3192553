package org.fapiaosuite.gateway.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that builds the portal, on machines that cannot, or where nobody wants it. */
class PortalBuildTest {
  private static final Path SCRIPT = Path.of("src/main/webui-build/build").toAbsolutePath();
  private static final Path SOURCES = Path.of("src/main/webui").toAbsolutePath();

  @TempDir Path folder = Path.of("");

  @Test
  void without_npm_it_says_so_and_leaves_out_the_pages_of_an_earlier_build() throws Exception {
    // Given a path with the one tool that it takes
    Path tools = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(tools.resolve("rm"), Path.of("/bin/rm"));
    Path page = earlierBuild();

    // When
    Process build = build(tools.toString(), "false");

    // Then
    assertEquals(
        "[WARNING] npm is not here: built without the portal, so without pages", said(build));
    assertEquals(0, build.waitFor());
    assertFalse(Files.exists(page));
  }

  @Test
  void where_nobody_wants_it_it_says_so() throws Exception {
    // Given
    Path page = earlierBuild();

    // When
    Process build = build(System.getenv("PATH"), "true");

    // Then
    assertEquals(
        "[WARNING] web.skip is set: built without the portal, so without pages", said(build));
    assertEquals(0, build.waitFor());
    assertFalse(Files.exists(page));
  }

  private Path earlierBuild() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("classes/META-INF/resources"));
    return Files.writeString(pages.resolve("index.html"), "an earlier one");
  }

  private Process build(String path, String skip) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "/bin/sh",
                SCRIPT.toString(),
                SOURCES.toString(),
                folder.resolve("target").toString(),
                folder.resolve("classes").toString(),
                skip)
            .redirectErrorStream(true);
    builder.environment().put("PATH", path);
    return builder.start();
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }
}
