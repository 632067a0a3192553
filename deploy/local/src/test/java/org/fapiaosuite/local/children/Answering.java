package org.fapiaosuite.local.children;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A child that says how it is: {@code Answering <folder> <port>}. It answers 200; 503 once there is
 * a file "unwell", counting those into "counted"; and once there is a file "stuck", which it takes
 * away, nobody for the rest of its life.
 */
final class Answering {
  private Answering() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    AtomicInteger counted = new AtomicInteger();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
            0);
    server.createContext(
        "/",
        exchange -> {
          if (Files.deleteIfExists(folder.resolve("stuck"))) {
            stuckForever();
          }
          boolean unwell = Files.exists(folder.resolve("unwell"));
          exchange.sendResponseHeaders(unwell ? 503 : 200, -1);
          exchange.close();
          if (unwell) {
            Files.writeString(folder.resolve("counted"), String.valueOf(counted.incrementAndGet()));
          }
        });
    server.start();
  }

  private static void stuckForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
