package org.fapiaosuite.fapiao.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 64 of the staff at the same moment, about one Fapiao. */
@QuarkusTest
class CorrectionRaceTest {

  private static final int STAFF = 64;

  @TestHTTPResource("/api/v1/service-centre/fapiaos/")
  @SuppressWarnings("NullAway.Init") // set by the test framework
  URI desk;

  private final CorrectionSteps steps = new CorrectionSteps();
  private final ExecutorService crowd = Executors.newFixedThreadPool(STAFF);
  private final HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();
  @Inject TestClock clock;

  @BeforeEach
  void in_the_month_of_issue() {
    clock.set(Instant.parse("2026-11-20T04:00:00Z"));
  }

  @AfterEach
  void end() {
    clock.reset();
    crowd.shutdownNow();
  }

  @Test
  void sixty_four_prepare_approve_and_record_a_red_letter_once() throws Exception {
    String fapiao = steps.electronic("1270.00");

    assertEquals(
        Map.of(202, STAFF),
        race(fapiao + "/red-letter", "CLERK", i -> "{\"reason\":\"SALES_RETURN\"}"));
    assertEquals("1", count("correction WHERE fapiao_id = '" + fapiao + "'"));

    assertEquals(Map.of(200, STAFF), race(fapiao + "/approval", "LEAD", i -> "{\"approve\":true}"));

    Map<Integer, Integer> records =
        race(
            fapiao + "/reversal-record",
            "CLERK",
            i ->
                "{\"on\":\"2026-11-20\",\"numberScheme\":\"UNIFIED_20\",\"number\":\"%s\"}"
                    .formatted(CorrectionSteps.unified()));

    assertEquals(Map.of(200, 1, 409, STAFF - 1), records);
    assertEquals("1", count("fapiao WHERE reverses = '" + fapiao + "'"));
    assertEquals("RED_LETTERED", steps.fapiao(fapiao).getString("status"));
    assertEquals("1270.00", steps.bill(fapiao).getString("invoiceableAmount.value"));
    assertEquals(1, told(fapiao, "fapiao.red-lettered.v1"));
  }

  @Test
  void sixty_four_approvals_of_what_was_done_void_it_once_and_reissue_it_once() throws Exception {
    String fapiao = steps.ordinary("100.00");
    steps.checkIn(fapiao, "2026-11-20", "INVOICE").then().statusCode(200);
    CorrectionSteps.act(
            steps.clerk(), fapiao, "void", Map.of("reason", "Wrong title.", "on", "2026-11-20"))
        .then()
        .statusCode(202);

    assertEquals(Map.of(200, STAFF), race(fapiao + "/approval", "LEAD", i -> "{\"approve\":true}"));
    assertEquals("VOIDED", steps.fapiao(fapiao).getString("status"));
    assertEquals(1, told(fapiao, "fapiao.voided.v1"));

    assertEquals(Map.of(201, STAFF), race(fapiao + "/reissue", "CLERK", i -> "{}"));
    assertEquals("1", count("application WHERE reissue_of = '" + fapiao + "'"));
    assertEquals("APPLIED", steps.bill(fapiao).getString("status"));
  }

  private long told(String fapiao, String type) {
    String application = steps.fapiao(fapiao).getString("applicationId");
    return Story.events(application).stream().filter(event -> event.startsWith(type)).count();
  }

  private static String count(String what) {
    return Database.query("SELECT count(*) FROM " + what);
  }

  private Map<Integer, Integer> race(String path, String role, IntFunction<String> body)
      throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> running = new ArrayList<>();
    for (int i = 0; i < STAFF; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(desk.resolve(path))
              .header("Authorization", "Bearer " + TestTokens.staff(UUID.randomUUID(), role))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body.apply(i)))
              .build();
      running.add(
          crowd.submit(
              () -> {
                start.await();
                return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
              }));
    }
    start.countDown();
    Map<Integer, Integer> answers = new TreeMap<>();
    for (Future<Integer> one : running) {
      answers.merge(one.get(), 1, Integer::sum);
    }
    return answers;
  }
}
