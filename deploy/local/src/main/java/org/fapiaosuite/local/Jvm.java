package org.fapiaosuite.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.local.children.Guarded;

/** How the suite's JVMs are started: many of them on one machine, so each small. */
record Jvm(Path home) {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=192m",
          "-XX:ReservedCodeCacheSize=48m",
          "-XX:MaxDirectMemorySize=48m",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.awt.headless=true");

  /** Given after the others, whose first compiler it adds the second to. */
  static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

  /**
   * For who hashes passwords: each hash takes 19 MiB that die young. Room for one in the young
   * generation, and in the old one for all of the young, which the collector of newer releases asks
   * for: without, the whole heap is collected with nearly every sign-in.
   */
  static final List<String> ROOM_FOR_HASHES =
      List.of("-Xmx160m", "-XX:NewSize=60m", "-XX:MaxNewSize=60m", "-XX:SurvivorRatio=1");

  /**
   * Has the rounds of Argon2 compiled as one piece. Left to itself the second compiler does so in
   * one start and not in the next, and a hash takes twice as long then.
   */
  static final List<String> HASHES_IN_ONE_PIECE =
      List.of(
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator::*");

  /**
   * The launcher's class path, handed on by environment to keep command lines readable. glibc's
   * arenas, several per core, would cost a small JVM tens of megabytes.
   */
  static final Map<String, String> ENVIRONMENT =
      Map.of("CLASSPATH", System.getProperty("java.class.path"), "MALLOC_ARENA_MAX", "2");

  /** What the libraries still do, and newer releases warn of at each start. */
  private static final List<String> QUIET_ON_NEW_RELEASES =
      List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

  static Jvm running() {
    return new Jvm(Path.of(System.getProperty("java.home")));
  }

  /** One of the launcher's own mains. */
  List<String> main(List<String> options, String main) {
    List<String> command = java(options);
    command.add(main);
    return command;
  }

  /** The main of a jar, made to end with its parent. */
  List<String> guarded(List<String> options, Path jar, String main) {
    List<String> command = java(options);
    command.addAll(List.of("-cp", jar + ":" + Checkout.own(), Guarded.class.getName(), main));
    return command;
  }

  /**
   * In a session of its own, so that Ctrl-C in the terminal reaches the launcher alone and the
   * services stop before their database does.
   */
  private List<String> java(List<String> options) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(home.resolve("bin/java").toString());
    command.addAll(SMALL);
    if (Runtime.version().feature() >= 24) {
      command.addAll(QUIET_ON_NEW_RELEASES);
    }
    command.addAll(options);
    return command;
  }
}
