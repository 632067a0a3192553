import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An address for each service, and nginx behind it as a cluster's Service: it hands each connection
 * to one of the copies that are ready and leaves it there, whatever becomes of the copy. It knows
 * nothing of requests, retries nothing, and does not look whether a copy lives; who takes requests is
 * told to it.
 */
final class Endpoints implements AutoCloseable {
  private final Path folder;
  private final Path module;
  private final String nginx;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Set<Integer>> ready = new LinkedHashMap<>();
  private Process process;

  Endpoints(Path folder, String nginx, Iterable<String> services) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.nginx = nginx;
    this.module = Path.of("/usr/lib/nginx/modules/ngx_stream_module.so");
    for (String service : services) {
      ports.put(service, freePort());
      ready.put(service, new TreeSet<>());
    }
  }

  /** The address of a service, whichever copy answers. */
  String url(String service) {
    return "http://127.0.0.1:" + ports.get(service);
  }

  void start() throws IOException {
    write();
    process =
        new ProcessBuilder(nginx, "-e", folder + "/error.log", "-c", folder + "/nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
  }

  void add(String service, int port) throws IOException, InterruptedException {
    ready.get(service).add(port);
    reload();
  }

  void remove(String service, int port) throws IOException, InterruptedException {
    ready.get(service).remove(port);
    reload();
  }

  private void reload() throws IOException, InterruptedException {
    if (process == null) {
      return;
    }
    write();
    if (!process.isAlive()) {
      throw new IOException("nginx has ended: " + Files.readString(folder.resolve("output.log")));
    }
    new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid())).start().waitFor();
  }

  private void write() throws IOException {
    StringBuilder text = new StringBuilder();
    if (Files.exists(module)) {
      text.append("load_module ").append(module).append(";\n");
    }
    text.append("daemon off;\nworker_processes 1;\npid ").append(folder).append("/nginx.pid;\n");
    text.append("error_log ").append(folder).append("/error.log notice;\n");
    text.append("events { worker_connections 4096; }\nstream {\n");
    text.append("  proxy_next_upstream off;\n  proxy_timeout 10m;\n  tcp_nodelay on;\n");
    for (Map.Entry<String, Integer> service : ports.entrySet()) {
      text.append("  upstream ").append(service.getKey()).append(" {\n    random;\n");
      for (int port : ready.get(service.getKey())) {
        text.append("    server 127.0.0.1:").append(port).append(" max_fails=0;\n");
      }
      text.append("  }\n  server { listen 127.0.0.1:").append(service.getValue());
      text.append("; proxy_pass ").append(service.getKey()).append("; }\n");
    }
    Files.writeString(folder.resolve("nginx.conf"), text.append("}\n"));
  }

  /**
   * A port nobody uses now, below those that outgoing connections are given: one of these could take
   * the port of a copy that is just starting again.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one then.
      }
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
