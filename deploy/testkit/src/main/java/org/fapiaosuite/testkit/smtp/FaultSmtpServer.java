package org.fapiaosuite.testkit.smtp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The server. One thread a connection; a new script counts from the next point on. Listens on
 * 127.0.0.1 only.
 */
public final class FaultSmtpServer implements AutoCloseable {
  private final int port;
  private final List<ReceivedMail> received = new ArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Episode episode = new Episode(Script.wellBehaved());
  private volatile boolean pipelining = true;
  private volatile @Nullable SSLContext encryption;
  private volatile ServerSocket listener;
  private volatile @Nullable Thread accepting;
  private int cleared;

  private FaultSmtpServer(ServerSocket listener) {
    this.listener = listener;
    this.port = listener.getLocalPort();
  }

  /**
   * A well-behaved server on a free port. Not one that the system gives to outgoing connections:
   * while the server is down, a sender that knocks could otherwise end up connected to itself.
   */
  public static FaultSmtpServer start() throws IOException {
    while (true) {
      try {
        int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
        FaultSmtpServer server = new FaultSmtpServer(listen(port));
        server.acceptConnections(server.listener);
        return server;
      } catch (BindException e) {
        // somebody has it; another one
      }
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
    return listener;
  }

  private void acceptConnections(ServerSocket on) {
    accepting =
        daemon(
            "fault-smtp",
            () -> {
              while (!on.isClosed()) {
                try {
                  Socket socket = on.accept();
                  open.add(socket);
                  connections.incrementAndGet();
                  daemon("fault-smtp-connection", () -> talk(socket));
                } catch (IOException e) {
                  return;
                }
              }
            });
  }

  public int port() {
    return port;
  }

  /** From now on the server follows this script; what stalls is dropped. */
  public void follow(Script script) {
    Episode before = episode;
    episode = new Episode(script);
    before.over().countDown();
  }

  /** Whether PIPELINING is offered. */
  public void offerPipelining(boolean offer) {
    pipelining = offer;
  }

  /** STARTTLS is offered, with this certificate. */
  public void offerEncryption(SSLContext context) {
    encryption = context;
  }

  /** Every mail taken, in the order of its final dot. */
  public synchronized List<ReceivedMail> received() {
    return List.copyOf(received);
  }

  /** Connections opened so far. */
  public int connections() {
    return connections.get();
  }

  /** Connections open now. */
  public int openConnections() {
    return open.size();
  }

  /** Forgets what was received, and what is still on its way here. */
  public synchronized void clear() {
    received.clear();
    cleared++;
  }

  synchronized int timesCleared() {
    return cleared;
  }

  synchronized void take(ReceivedMail mail, int clearedBefore) {
    if (clearedBefore == cleared) {
      received.add(mail);
    }
  }

  /**
   * The machine is gone: nobody listens, every connection breaks. A thread that waits in accept may
   * still be given a connection after the close, so its end is waited for.
   */
  public void down() throws IOException {
    listener.close();
    try {
      Thread listening = accepting;
      if (listening != null) {
        listening.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the listener ends");
    }
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** It is back, on the same port; does nothing when it was not down. */
  public void up() throws IOException {
    if (!listener.isClosed()) {
      return;
    }
    listener = listen(port);
    acceptConnections(listener);
  }

  @Override
  public void close() throws IOException {
    down();
    episode.over().countDown();
  }

  Episode episode() {
    return episode;
  }

  boolean offersPipelining() {
    return pipelining;
  }

  @Nullable SSLContext encryption() {
    return encryption;
  }

  private void talk(Socket socket) {
    try (socket) {
      new Conversation(this, socket).run();
    } catch (IOException | Conversation.Hangup e) {
      // the sender hung up, or the script did
    } finally {
      open.remove(socket);
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The time under one script: a fault and its end always belong together. */
  record Episode(Script script, Map<String, AtomicInteger> visits, CountDownLatch over) {
    Episode(Script script) {
      this(script, new ConcurrentHashMap<>(), new CountDownLatch(1));
    }

    Fault fault(Fault.Point point, String recipient) {
      AtomicInteger visit =
          visits.computeIfAbsent(point + " " + recipient, k -> new AtomicInteger());
      return script.at(point, recipient, visit.getAndIncrement());
    }
  }
}
