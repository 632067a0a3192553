package org.fapiaosuite.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

  @TempDir Path folder = Path.of("");
  private Path archives = folder;
  private Path jar = folder;

  @BeforeEach
  void anOldJar() throws IOException {
    archives = folder.resolve("archives");
    jar = Files.write(folder.resolve("service.jar"), new byte[] {1});
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
  }

  @Test
  void a_training_run_is_tried_once_by_itself() throws IOException {
    assertTrue(Archives.neverTried(archives));

    Archives training = new Archives(archives, true);

    assertTrue(Archives.neverTried(archives), "it may not get as far as to serve");
    training.allServe();
    assertFalse(Archives.neverTried(archives));
  }

  @Test
  void what_a_training_run_wrote_is_read_by_the_next_run() throws IOException {
    train();

    Path kept = read();
    assertTrue(Files.exists(kept), kept.toString());
    assertFalse(kept.toString().endsWith(".draft"));
  }

  @Test
  void a_draft_of_a_run_that_did_not_end_in_order_is_not_read() throws IOException {
    Path draft = draft(new Archives(archives, true));
    Files.write(draft, new byte[] {1});

    assertEquals(List.of(), new Archives(archives, false).options("service", jar));
  }

  @Test
  void a_run_that_never_served_leaves_no_archive() throws IOException {
    Archives training = new Archives(archives, true);
    Files.write(draft(training), new byte[] {1});

    training.keep();

    assertEquals(List.of(), new Archives(archives, false).options("service", jar));
    assertFalse(Files.exists(draft(training)), "its draft is gone");
  }

  @Test
  void what_another_release_left_is_no_archive_of_this_one() throws IOException {
    train();
    Path other = Files.write(archives.resolve("service-11.jsa.draft"), new byte[] {1});

    train();

    assertTrue(Files.exists(other), "left as it was");
  }

  @Test
  void an_archive_older_than_its_jar_is_not_read() throws IOException {
    train();
    Files.setLastModifiedTime(jar, FileTime.from(FUTURE));

    assertEquals(List.of(), new Archives(archives, false).options("service", jar));
  }

  private void train() throws IOException {
    Archives training = new Archives(archives, true);
    Files.write(draft(training), new byte[] {1});
    training.allServe();
    training.keep();
  }

  private Path draft(Archives training) throws IOException {
    String option = training.options("service", jar).get(0);
    return Path.of(option.substring(option.indexOf('=') + 1));
  }

  private Path read() throws IOException {
    List<String> options = new Archives(archives, false).options("service", jar);
    assertEquals(1, options.size());
    return Path.of(options.get(0).substring(options.get(0).indexOf('=') + 1));
  }
}
