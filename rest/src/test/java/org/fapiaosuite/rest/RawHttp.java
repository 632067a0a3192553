package org.fapiaosuite.rest;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends what no HTTP client would let through. */
final class RawHttp {

  private RawHttp() {}

  /** The status line's code for a request given as its first line, header lines and body. */
  static int status(String requestLine, String headers, String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      String head = requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers;
      out.write((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return Integer.parseInt(in.readLine().split(" ")[1]);
    }
  }

  /** All that is answered until the connection ends; empty where that is nothing. */
  static String answer(String message) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      send(socket, message);
      return rest(socket);
    }
  }

  /** The same, where a second message is sent once the first one's answer has begun. */
  static String answers(String first, String second) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      send(socket, first);
      char begun = (char) socket.getInputStream().read();
      send(socket, second);
      return begun + rest(socket);
    }
  }

  private static void send(Socket socket, String message) throws IOException {
    socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
