package org.fapiaosuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM has learned of its classes, written when a training run ends and read at later starts,
 * which then take half the work: class data archives, from release 25 on AOT caches. They are build
 * output: one for each process and release, void once its jar is newer.
 */
final class Archives {
  private static final String DRAFT = ".draft";
  private static final int RELEASE = Runtime.version().feature();
  private static final boolean AOT = RELEASE >= 25;
  private static final String KIND = "-" + RELEASE + (AOT ? ".aot" : ".jsa");

  private final Path folder;
  private final boolean training;
  private volatile boolean served;

  Archives(Path folder, boolean training) throws IOException {
    this.folder = folder;
    this.training = training;
    if (training) {
      Files.createDirectories(folder);
    }
  }

  /** Every process is ready; of a run that never got there too few classes are known. */
  void allServe() throws IOException {
    served = true;
    if (training) {
      Files.createDirectories(folder);
      Files.write(tried(folder), new byte[0]);
    }
  }

  /** Whether this run will leave archives when it ends in order. */
  boolean areComing() {
    return training && served;
  }

  /** Whether no run on this release has got as far as to serve since the last clean build. */
  static boolean neverTried(Path folder) {
    return Files.notExists(tried(folder));
  }

  private static Path tried(Path folder) {
    return folder.resolve(RELEASE + ".tried");
  }

  /** JVM options of a process whose code lies in these jars. */
  List<String> options(String name, Path... jars) throws IOException {
    Path archive = folder.resolve(name + KIND);
    if (training) {
      return List.of((AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive + DRAFT);
    }
    if (!Files.exists(archive)) {
      return List.of();
    }
    FileTime written = Files.getLastModifiedTime(archive);
    for (Path jar : jars) {
      if (Files.isDirectory(jar) || Files.getLastModifiedTime(jar).compareTo(written) > 0) {
        return List.of();
      }
    }
    return List.of((AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
  }

  /**
   * After a training run in which every process ended by itself: half an archive would crash. A run
   * that never {@linkplain #allServe served} leaves none.
   */
  void keep() throws IOException {
    if (!training) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path draft : files.filter(file -> file.toString().endsWith(KIND + DRAFT)).toList()) {
        if (served) {
          String path = draft.toString();
          Files.move(
              draft,
              Path.of(path.substring(0, path.length() - DRAFT.length())),
              StandardCopyOption.ATOMIC_MOVE);
        } else {
          Files.deleteIfExists(draft);
        }
      }
    } catch (NoSuchFileException gone) {
      // Somebody cleaned the build; the next training makes new ones.
    }
  }
}
