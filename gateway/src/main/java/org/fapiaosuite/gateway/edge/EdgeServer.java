package org.fapiaosuite.gateway.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fapiaosuite.gateway.forwarding.Forwarder;
import org.jboss.logging.Logger;

/**
 * The listener. Quarkus' own one stays shut ({@code quarkus.http.host-enabled=false}): it answers
 * what it cannot read with an empty 400, and here such answers are problems with the same headers
 * as all others.
 */
@ApplicationScoped
public class EdgeServer {

  private static final Logger LOG = Logger.getLogger(EdgeServer.class);

  private static final int MAX_LINE = 4096 + " HTTP/1.1".length() + "OPTIONS ".length();
  private static final int MAX_HEADERS = 8 * 1024;
  private static final String SERVER = "handler";
  private static final int START_SECONDS = 20;
  private static final long DRAIN_STEP_NANOS = 20_000_000;

  private final Vertx vertx;
  private final Entrance entrance;
  private final Farewell farewell;
  private final Forwarder forwarder;
  private final ClientAddress clients;
  private final EdgeConfig config;
  private final String host;
  private final int wantedPort;
  private final ConcurrentMap<String, Integer> peers = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile int port;

  EdgeServer(
      Vertx vertx,
      Entrance entrance,
      Farewell farewell,
      Forwarder forwarder,
      ClientAddress clients,
      EdgeConfig config,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.vertx = vertx;
    this.entrance = entrance;
    this.farewell = farewell;
    this.forwarder = forwarder;
    this.clients = clients;
    this.config = config;
    this.host = host;
    this.wantedPort = port;
  }

  void start(@Observes StartupEvent started) throws Exception {
    vertx
        .deployVerticle(Listener::new, new DeploymentOptions().setInstances(config.eventLoops()))
        .toCompletionStage()
        .toCompletableFuture()
        .get(START_SECONDS, TimeUnit.SECONDS);
    LOG.infof("gateway listening host=%s port=%d", host, port);
  }

  /** Lets requests under way come to their end before the event loops stop. */
  void stop(@Observes ShutdownEvent stopping) {
    long end = System.nanoTime() + config.drainTimeout().toNanos();
    while (forwarder.underWay() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(DRAIN_STEP_NANOS);
    }
  }

  /** The port it listens on, also when it was free to choose. */
  public int port() {
    return port;
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(wantedPort == 0 ? -1 : wantedPort)
        .setMaxInitialLineLength(MAX_LINE)
        .setMaxHeaderSize(MAX_HEADERS)
        .setIdleTimeout((int) config.idleTimeout().toSeconds())
        .setHttp2ClearTextEnabled(false)
        .setDecompressionSupported(false)
        .setCompressionSupported(false)
        .setTcpNoDelay(true);
  }

  private void receive(HttpServerRequest request) {
    farewell.tell(request);
    entrance.handle(request);
  }

  private void admit(HttpConnection connection) {
    String peer = ClientAddress.peer(connection.remoteAddress());
    int most =
        clients.isTrusted(peer) ? config.maxConnections() : config.maxConnectionsPerAddress();
    boolean tooMany = peers.merge(peer, 1, Integer::sum) > most;
    if (connections.incrementAndGet() > config.maxConnections() || tooMany) {
      release(peer);
      connection.close();
      return;
    }
    // Before the server's own handler, which would close on some of what it cannot read.
    ((ConnectionBase) connection)
        .channel()
        .pipeline()
        .addBefore(SERVER, "malformed", new Malformed(entrance::unreadable));
    connection.closeHandler(closed -> release(peer));
  }

  private void release(String peer) {
    connections.decrementAndGet();
    peers.computeIfPresent(peer, (address, count) -> count == 1 ? null : count - 1);
  }

  /** One event loop's part of the listener. */
  private final class Listener extends AbstractVerticle {

    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer(options())
          .requestHandler(EdgeServer.this::receive)
          .connectionHandler(EdgeServer.this::admit)
          .listen()
          .onSuccess(server -> port = server.actualPort())
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }
}
