package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thousand pages that wait for the next step of an application, all through the gateway. */
class FollowersStory {
  private static final int STREAMS = Integer.getInteger("e2e.streams", 1000);
  private static final int SILENCE_MILLIS = 45_000;
  private static final Suite suite = Suite.shared();

  /** A page that follows; closed by itself when the service ends the stream. */
  private record Stream(Socket socket, BufferedReader lines) implements AutoCloseable {

    static Stream of(String application, String token, String lastEventId) throws IOException {
      URI door = URI.create(suite.gateway().baseUrl());
      Socket socket = new Socket(door.getHost(), door.getPort());
      socket.setSoTimeout(SILENCE_MILLIS);
      String request =
          "GET /api/v1/applications/"
              + application
              + "/progress/stream HTTP/1.1\r\nHost: "
              + door.getAuthority()
              + "\r\nAccept: text/event-stream\r\nLast-Event-ID: "
              + lastEventId
              + "\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new Stream(
          socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
    }

    /** Reads up to the first line that begins so; null when the stream ends before. */
    String next(String beginning) throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith(beginning)) {
        line = lines.readLine();
      }
      return line;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void a_thousand_streams_are_answered_at_once_hear_the_next_step_and_end_with_their_session()
      throws IOException {
    // Given
    Customer customer = Customer.stranger(suite);
    String application = submitted(customer);
    Http.Answer session =
        suite
            .gateway()
            .post(
                "/api/v1/sessions", Map.of("email", customer.email, "password", customer.password))
            .expect(201);
    String token = session.json().path("accessToken").asText();
    String cookie =
        session.raw().headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    String newest = newest(application, token);
    List<Stream> streams = new ArrayList<>();
    try {
      // When pages come again that have seen everything
      long asked = System.nanoTime();
      for (int i = 0; i < STREAMS; i++) {
        Stream stream = Stream.of(application, token, newest);
        streams.add(stream);

        // Then each is answered before anything happens
        assertEquals("HTTP/1.1 200 OK", stream.next("HTTP/1.1 "));
        assertEquals("x-accel-buffering: no", stream.next("X-Accel").toLowerCase(Locale.ROOT));
        assertEquals(":alive", stream.next(":").replace(" ", ""));
      }
      long took = Duration.ofNanos(System.nanoTime() - asked).toMillis();
      System.out.printf("%d streams answered, each after %d ms%n", STREAMS, took / STREAMS);

      // And each hears the next step
      ServiceCentre.signedIn(suite, "CLERK").accept(application);
      for (Stream stream : streams) {
        assertEquals("event:progress", stream.next("event:").replace(" ", ""));
      }

      // And each ends when its session does
      suite.gateway().with("Cookie", cookie).delete("/api/v1/sessions/current").expect(204);
      for (Stream stream : streams) {
        assertEquals(null, stream.next("event:"));
      }
    } finally {
      for (Stream stream : streams) {
        stream.close();
      }
    }
  }

  private static String newest(String application, String token) throws IOException {
    try (Stream stream = Stream.of(application, token, "0")) {
      return stream.next("id:").substring(3).strip();
    }
  }

  private static String submitted(Customer customer) {
    String order =
        suite
            .simulator()
            .post(
                "/orders",
                Map.of(
                    "payer", Map.of("name", "Contoso", "email", customer.email),
                    "paidAt", Clock.systemUTC().instant().minus(Duration.ofDays(4)).toString()))
            .expect(201)
            .json()
            .path("orderNumber")
            .asText();
    customer.register(order, "");
    customer.activate();
    customer.signIn();
    JsonNode bill = customer.awaitBill(order, "INVOICEABLE");
    String id = customer.apply(bill.path("id").asText(), "王小明").path("id").asText();
    customer.confirm(id);
    await("submitted").until(() -> !customer.remarks(id, "en").isEmpty());
    return id;
  }
}
