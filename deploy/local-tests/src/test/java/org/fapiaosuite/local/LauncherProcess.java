package org.fapiaosuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the launcher as a process of its own, for database, broker and mailbox only. */
final class LauncherProcess {
  private LauncherProcess() {}

  static Process start(Path home, Path output, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "org.fapiaosuite.local.Launcher",
                "--infrastructure",
                "--home",
                home.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    Path target = Checkout.ofThisLauncher().localFolder().resolve("target");
    builder
        .environment()
        .put(
            "CLASSPATH",
            target.resolve("classes") + ":" + Files.readString(target.resolve("classpath")));
    return builder.start();
  }
}
