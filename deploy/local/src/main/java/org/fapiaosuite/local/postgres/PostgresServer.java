package org.fapiaosuite.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.local.children.Arguments;
import org.fapiaosuite.local.children.ReadyFile;
import org.fapiaosuite.local.children.Stdin;

/**
 * Main of the database child: {@code --binaries <folder> --data <folder> --port <n> --databases a,b
 * --ready <file>}. Makes each database with an owner of the same name, says ready, and lives
 * exactly as long as the server: it ends it when standard input closes, and ends when the server
 * does.
 */
public final class PostgresServer {
  private static final Duration TIME_TO_START = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 50;
  private static final long PAUSE_BEFORE_RETRY_MILLIS = 250;

  private PostgresServer() {}

  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args);
    Stdin.exitWhenClosed();
    int port = arguments.number("port");
    Path data = arguments.path("data");
    Binaries binaries = Binaries.unpackedIn(arguments.path("binaries"));
    Postmaster postmaster = new Postmaster(binaries, data, port);
    postmaster.initialise();
    postmaster.stop();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postmaster)));
    Process server = startUntilServing(postmaster, port);
    createDatabases(port, arguments.list("databases"));
    new ReadyFile(arguments.path("ready")).write(server.pid());
    int exit = server.waitFor();
    System.err.println("PostgreSQL ended with " + exit);
    System.exit(1);
  }

  /**
   * After a kill the new server refuses to start while processes of the old one still hold its
   * shared memory; they notice within moments, so it is simply tried again.
   */
  private static Process startUntilServing(Postmaster postmaster, int port)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TIME_TO_START.toNanos();
    Process server = postmaster.start();
    while (!serves(port) || !server.isAlive()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("PostgreSQL did not start within " + TIME_TO_START);
      }
      if (server.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        Thread.sleep(PAUSE_BEFORE_RETRY_MILLIS);
        server = postmaster.start();
      }
    }
    return server;
  }

  private static boolean serves(int port) {
    try (Connection connection = connect(port)) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void createDatabases(int port, List<String> names) throws SQLException {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement()) {
      for (String name : names) {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
          statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
          statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2", "postgres", "");
  }

  private static void stop(Postmaster postmaster) {
    try {
      postmaster.stop();
    } catch (IOException e) {
      System.err.println("Cannot stop PostgreSQL: " + e.getMessage());
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    }
  }
}
