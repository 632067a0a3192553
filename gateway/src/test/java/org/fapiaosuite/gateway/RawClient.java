package org.fapiaosuite.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, from any address of this machine, and reads what comes back. */
public final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();

  /** Each address of 127.0.0.0/8 is a client of its own to the gateway. */
  public RawClient(int port, String from) throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** One request whose connection ends with the answer. */
  public static RawAnswer ask(int port, String from, String request) throws IOException {
    try (RawClient client = new RawClient(port, from)) {
      client.send(request.getBytes(StandardCharsets.ISO_8859_1));
      return client.read();
    }
  }

  /** A GET without body. */
  public static RawAnswer get(int port, String from, String target, String... headers)
      throws IOException {
    StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: gateway\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return ask(port, from, request.append("Connection: close\r\n\r\n").toString());
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Everything until the gateway closes the connection. */
  public RawAnswer read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    } catch (SocketTimeoutException stillOpen) {
      throw new IOException("not closed after: " + bytes, stillOpen);
    }
    return RawAnswer.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /** What has come when a text has come. */
  public String readUntil(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.UTF_8).contains(text)) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("closed after: " + bytes);
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
