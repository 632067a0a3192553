package org.fapiaosuite.notification.faultsmtp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * The server. One thread a connection; a new script counts from the next point on. Listens on
 * 127.0.0.1 only.
 */
public final class FaultSmtpServer implements AutoCloseable {
  private final int port;
  private final List<ReceivedMail> received = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Script script = Script.wellBehaved();
  private volatile boolean pipelining = true;
  private volatile CountDownLatch unstalled = new CountDownLatch(1);
  private volatile ServerSocket listener;

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
    this.script = script;
    visits.clear();
    CountDownLatch before = unstalled;
    unstalled = new CountDownLatch(1);
    before.countDown();
  }

  /** Whether PIPELINING is offered. */
  public void offerPipelining(boolean offer) {
    pipelining = offer;
  }

  /** Every mail taken, in the order of its final dot. */
  public List<ReceivedMail> received() {
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

  /** Forgets what was received. */
  public void clear() {
    received.clear();
  }

  /** The machine is gone: nobody listens, every connection breaks. */
  public void down() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** It is back, on the same port, as soon as the thread that listened before has let go of it. */
  public void up() {
    listener =
        Awaitility.await("port " + port)
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(20))
            .ignoreException(BindException.class)
            .until(() -> listen(port), ServerSocket::isBound);
    acceptConnections(listener);
  }

  @Override
  public void close() throws IOException {
    down();
    unstalled.countDown();
  }

  private void talk(Socket socket) {
    try (socket) {
      new Conversation(socket).run();
    } catch (IOException | Hangup e) {
      // the sender hung up, or the script did
    } finally {
      open.remove(socket);
    }
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection. */
  private final class Conversation {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private String from = "";
    private String recipient = "";

    Conversation(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      out = socket.getOutputStream();
    }

    void run() throws IOException {
      answer(Fault.Point.CONNECT, "220 fault.example ESMTP");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" ->
              answer(
                  Fault.Point.EHLO,
                  pipelining
                      ? "250 fault.example\nPIPELINING\n8BITMIME"
                      : "250 fault.example\n8BITMIME");
          case "MAIL" -> {
            from = between(line);
            recipient = "";
            answer(Fault.Point.MAIL, "250 2.1.0 Ok");
          }
          case "RCPT" -> {
            recipient = between(line);
            answer(Fault.Point.RCPT, "250 2.1.5 Ok");
          }
          case "DATA" -> {
            if (answer(Fault.Point.DATA, "354 End data with <CR><LF>.<CR><LF>")) {
              text();
            }
          }
          case "RSET", "NOOP" -> say("250 Ok");
          case "QUIT" -> {
            say("221 Bye");
            return;
          }
          default -> say("502 5.5.2 Command not recognized");
        }
      }
    }

    private void text() throws IOException {
      StringBuilder raw = new StringBuilder();
      Fault middle = fault(Fault.Point.MID_TEXT);
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null || middle.type() == Fault.Type.DROP) {
          throw new Hangup();
        }
        raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      Fault end = fault(Fault.Point.END_OF_TEXT);
      rest(end);
      switch (end.type()) {
        case NONE -> {
          received.add(new ReceivedMail(from, recipient, raw.toString(), true));
          say("250 2.0.0 Ok: queued");
        }
        case TAKE_AND_DROP -> {
          received.add(new ReceivedMail(from, recipient, raw.toString(), false));
          throw new Hangup();
        }
        case TAKE_AND_STALL -> {
          received.add(new ReceivedMail(from, recipient, raw.toString(), false));
          stall();
        }
        case REPLY -> say(end.reply());
        case DROP -> throw new Hangup();
        case STALL -> stall();
      }
    }

    /** True when the proper answer was given. */
    private boolean answer(Fault.Point point, String proper) throws IOException {
      Fault fault = fault(point);
      rest(fault);
      switch (fault.type()) {
        case NONE -> say(proper);
        case REPLY -> say(fault.reply());
        case STALL -> stall();
        case DROP, TAKE_AND_DROP, TAKE_AND_STALL -> throw new Hangup();
      }
      if (fault.reply().startsWith("421")) {
        throw new Hangup();
      }
      return fault.type() == Fault.Type.NONE;
    }

    private Fault fault(Fault.Point point) {
      int visit =
          visits
              .computeIfAbsent(point + " " + recipient, k -> new AtomicInteger())
              .getAndIncrement();
      return script.at(point, recipient, visit);
    }

    private void rest(Fault fault) {
      try {
        if (!fault.delay().isZero() && unstalled.await(fault.delay().toMillis(), MILLISECONDS)) {
          throw new Hangup();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Hangup();
      }
    }

    /** Says nothing until the script changes or the sender hangs up. */
    private void stall() throws IOException {
      CountDownLatch change = unstalled;
      socket.setSoTimeout(50);
      while (change.getCount() > 0) {
        try {
          if (in.read() < 0) {
            throw new Hangup();
          }
        } catch (SocketTimeoutException e) {
          // still there
        }
      }
      throw new Hangup();
    }

    /** A reply of one or more lines; the code of the first stands before each. */
    private void say(String reply) throws IOException {
      String[] lines = reply.split("\n");
      String code = lines[0].substring(0, 3);
      StringBuilder wire = new StringBuilder();
      for (int i = 0; i < lines.length; i++) {
        String words = i == 0 ? lines[i].substring(Math.min(4, lines[i].length())) : lines[i];
        wire.append(code).append(i + 1 < lines.length ? '-' : ' ').append(words).append("\r\n");
      }
      out.write(wire.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    private static String between(String line) {
      return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
    }
  }

  /** Ends a conversation. */
  private static final class Hangup extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
