package org.fapiaosuite.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line.
 *
 * @param port 0 takes a free one
 * @param data folder of the journal
 * @param receiver where pushes are POSTed to
 * @param secrets {@code whsec_<base64>} or {@code whsk_<base64>}; several while a key rotates
 * @param senders how many pushes are under way at once
 */
record Arguments(
    String host,
    int port,
    Path data,
    URI receiver,
    List<String> secrets,
    int senders,
    boolean demo,
    boolean exitOnStdinEof) {

  static final String USAGE =
      """
      java -jar simulator.jar --data <folder> --push-url <url> --secret whsec_<base64> [options]
        --port <n>             default 8090; 0 takes a free one
        --host <address>       default 127.0.0.1
        --push-url <url>       a base URL gets /api/v1/platforms/<platform>/events appended
        --platform <name>      default simulator
        --secret <key>         whsec_<base64> (HMAC) or whsk_<base64> (Ed25519); repeat it while
                               a key rotates: each adds a signature
        --secret-file <file>   the same, a key a line: other users of the machine see arguments
        --senders <n>          pushes under way at once, default 8
        --demo                 pay a handful of believable orders, once
        --exit-on-stdin-eof    end when standard input closes
      """;

  private static final Set<String> SWITCHES = Set.of("--demo", "--exit-on-stdin-eof");
  private static final Set<String> OPTIONS =
      Set.of(
          "--port",
          "--host",
          "--data",
          "--push-url",
          "--platform",
          "--secret",
          "--secret-file",
          "--senders");

  static Arguments parse(String... words) {
    Map<String, List<String>> given = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      List<String> values = given.computeIfAbsent(words[i], key -> new ArrayList<>());
      if (OPTIONS.contains(words[i]) && i + 1 < words.length) {
        values.add(words[++i]);
      } else if (!SWITCHES.contains(words[i])) {
        throw new IllegalArgumentException("unknown option: " + words[i]);
      }
    }
    String platform = one(given, "--platform", "simulator");
    return new Arguments(
        one(given, "--host", "127.0.0.1"),
        Integer.parseInt(one(given, "--port", "8090")),
        Path.of(one(given, "--data", "")),
        receiver(URI.create(one(given, "--push-url", "")), platform),
        secrets(given),
        Integer.parseInt(one(given, "--senders", "8")),
        given.containsKey("--demo"),
        given.containsKey("--exit-on-stdin-eof"));
  }

  Arguments {
    if (data.toString().isEmpty() || receiver.getHost() == null || secrets.isEmpty()) {
      throw new IllegalArgumentException(
          "--data, --push-url and --secret or --secret-file are needed");
    }
    if (senders < 1 || senders > 256) {
      throw new IllegalArgumentException("--senders must be between 1 and 256");
    }
  }

  private static List<String> secrets(Map<String, List<String>> given) {
    List<String> secrets = new ArrayList<>(given.getOrDefault("--secret", List.of()));
    for (String file : given.getOrDefault("--secret-file", List.of())) {
      try {
        Files.readAllLines(Path.of(file)).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .forEach(secrets::add);
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot be read: " + file, e);
      }
    }
    return List.copyOf(secrets);
  }

  private static String one(Map<String, List<String>> given, String name, String otherwise) {
    List<String> values = given.getOrDefault(name, List.of());
    return values.isEmpty() ? otherwise : values.get(values.size() - 1);
  }

  private static URI receiver(URI url, String platform) {
    boolean base = url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    return base ? url.resolve("/api/v1/platforms/" + platform + "/events") : url;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return Arrays.asList(host, port, data, receiver, senders, demo).toString();
  }
}
