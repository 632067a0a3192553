package org.fapiaosuite.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  @TempDir Path folder;

  @Test
  void the_book_and_unfinished_pushes_survive() throws Exception {
    JsonNode book;
    try (Receiver away = new Receiver();
        TestPlatform first = new TestPlatform(folder, away.events())) {
      first.http().post("/orders", "{\"orderNumber\":\"E-TAKEN\"}");
      await().until(() -> away.arrivals().size() == 1);
      await()
          .until(() -> first.http().get("/deliveries").path("counts").path("PENDING").asInt() == 0);
      away.answer(arrival -> 503);
      first.http().post("/orders", "{\"orderNumber\":\"E-WAITING\"}");
      first.http().post("/refunds", "{\"orderNumber\":\"E-TAKEN\",\"refundId\":\"R-1\"}");
      await().until(() -> away.arrivals().size() >= 3);
      book = first.http().get("/orders");
    }

    try (Receiver receiver = new Receiver();
        TestPlatform second = new TestPlatform(folder, receiver.events())) {
      await().until(() -> receiver.arrivals().size() == 2);

      assertEquals(book, second.http().get("/orders"));
      assertEquals(
          java.util.Set.of("order.paid", "order.refunded"),
          java.util.Set.of(receiver.arrivals().get(0).type(), receiver.arrivals().get(1).type()));
    }
  }

  @Test
  void a_line_half_written_by_a_killed_process_is_cut_off() throws Exception {
    try (Receiver receiver = new Receiver();
        TestPlatform first = new TestPlatform(folder, receiver.events())) {
      first.http().post("/orders", "{\"orderNumber\":\"E-WHOLE\"}");
      await()
          .until(
              () -> first.http().get("/deliveries").path("counts").path("DELIVERED").asInt() == 1);
    }
    Path journal = folder.resolve("journal.jsonl");
    Files.writeString(journal, "{\"kind\":\"PAYMENT\",\"id\":\"ms", StandardOpenOption.APPEND);

    for (int start = 0; start < 2; start++) {
      try (Receiver receiver = new Receiver();
          TestPlatform again = new TestPlatform(folder, receiver.events())) {
        assertEquals(1 + start, again.http().get("/orders").path("items").size());
        again.http().post("/orders", "{\"orderNumber\":\"E-" + start + "\"}");
      }
    }
    for (String line : Files.readAllLines(journal)) {
      assertTrue(Http.tree(line).has("kind"), line);
    }
  }

  @Test
  void two_platforms_do_not_share_a_folder() throws Exception {
    try (Receiver receiver = new Receiver();
        TestPlatform first = new TestPlatform(folder, receiver.events())) {
      IOException refused =
          assertThrows(IOException.class, () -> new TestPlatform(folder, receiver.events()));

      assertTrue(String.valueOf(refused.getMessage()).startsWith("another simulator uses "));
      assertEquals(0, first.http().get("/orders").path("items").size());
    }
  }

  @Test
  void a_killed_program_has_lost_nothing_it_acknowledged() throws Exception {
    try (Receiver away = new Receiver()) {
      away.answer(arrival -> 503);
      Process process = program(away, "--demo");
      try {
        Http http = new Http(java.net.URI.create(address(process)));
        http.post("/orders/bulk", "{\"count\":500,\"order\":{\"product\":\"bulk\"}}");
      } finally {
        process.destroyForcibly().waitFor();
      }
      away.answer(arrival -> 204);
      try (TestPlatform again = new TestPlatform(folder, away.events())) {
        assertEquals(505, again.http().get("/orders").path("items").size());
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    again.http().get("/deliveries").path("counts").path("DELIVERED").asInt()
                        == 505);
      }
    }
  }

  @Test
  void the_program_ends_with_its_standard_input_when_told_to() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Process process = program(receiver, "--exit-on-stdin-eof");
      address(process);

      process.getOutputStream().close();

      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    }
  }

  @Test
  void demo_orders_are_paid_once_in_the_life_of_a_folder() throws Exception {
    try (Receiver receiver = new Receiver()) {
      for (int start = 0; start < 2; start++) {
        Process process = program(receiver, "--demo");
        Http http = new Http(java.net.URI.create(address(process)));
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> http.get("/deliveries").path("counts").path("DELIVERED").asInt() == 5);
        assertEquals(5, http.get("/orders").path("items").size());
        process.destroyForcibly().waitFor();
      }
      assertEquals(5, receiver.arrivals().size());
    }
  }

  private Process program(Receiver receiver, String flag) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx48m",
            "-cp",
            System.getProperty("java.class.path"),
            Simulator.class.getName(),
            "--port",
            "0",
            "--data",
            folder.toString(),
            "--push-url",
            receiver.base().toString(),
            "--secret",
            TestPlatform.SECRET,
            flag)
        .redirectErrorStream(true)
        .start();
  }

  private static String address(Process process) throws IOException {
    String line = process.inputReader().readLine();
    assertTrue(line.startsWith("payment platform on http://127.0.0.1:"), line);
    return line.substring(line.indexOf("http"));
  }
}
