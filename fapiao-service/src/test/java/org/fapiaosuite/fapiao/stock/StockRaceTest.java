package org.fapiaosuite.fapiao.stock;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many clerks at the same shelf: no number is lost, and none is held twice. */
@QuarkusTest
class StockRaceTest {

  private static final int CLERKS = 64;
  private static final int NUMBERS = 50;

  @TestHTTPResource("/api/v1/service-centre/applications/")
  @SuppressWarnings("NullAway.Init") // set by the test framework
  URI desk;

  private final Story story = new Story();
  private final ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
  private final HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();
  @Inject TestClock clock;

  @BeforeEach
  void on_friday() {
    Shelves.clear();
    clock.set(StockTest.NOW);
  }

  @AfterEach
  void end() {
    clerks.shutdownNow();
    clock.reset();
    Shelves.clear();
  }

  @Test
  void as_many_are_served_as_there_are_numbers_and_the_others_wait()
      throws InterruptedException, ExecutionException {
    String code = Shelves.received(NUMBERS, StockTest.NOW);
    List<String> applications = copies(story.submitted(story.invoiceableBill("10.00")));

    Map<String, Integer> answers = atOnce(applications, this::accept);

    assertEquals(Map.of("IN_PROCESS", NUMBERS, "WAITING_FOR_STOCK", CLERKS - NUMBERS), answers);
    assertEquals(NUMBERS + " numbers 1 to " + NUMBERS, held());

    // When half of the holders are rejected at once, while new numbers come
    List<String> holders = withNumbers().subList(0, NUMBERS / 2);
    atOnce(holders, this::reject);
    Shelves.arrival(code, 101, 102, null, StockTest.NOW).then().statusCode(200);

    // Then all that wait are served, and the counts are those of the rows
    await().atMost(Duration.ofSeconds(30)).until(() -> Shelves.level().getInt("waiting") == 0);
    assertEquals(String.valueOf(CLERKS - NUMBERS / 2), count("SELECT count(*) FROM stock_number"));
    assertEquals(
        NUMBERS + 2 - (CLERKS - NUMBERS / 2), Shelves.level().getInt("available"), "none is lost");
    assertEquals(
        "0",
        count(
            "SELECT count(*) FROM number_range r WHERE taken <>"
                + " (SELECT count(*) FROM stock_number n WHERE n.range_id = r.id)"));
    assertEquals(
        "0",
        count(
            "SELECT count(*) FROM stock_hold h WHERE NOT waiting AND numbers <>"
                + " (SELECT count(*) FROM stock_number n WHERE n.application_id = h.application_id)"));
  }

  private static String held() {
    return count(
        "SELECT count(DISTINCT number) || ' numbers ' || min(number) || ' to ' || max(number)"
            + " FROM stock_number WHERE state = 'HELD'");
  }

  private static List<String> withNumbers() {
    return List.of(
        count("SELECT string_agg(application_id::text, ',') FROM stock_number").split(","));
  }

  private static String count(String query) {
    return Database.query(query);
  }

  /** As many applications as there are clerks, each due a second after the other. */
  private static List<String> copies(String application) {
    return List.of(
        Database.query(
                """
                WITH copies AS (
                  INSERT INTO application
                  SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
                    'due_at', a.due_at + n * interval '1 second'))).*
                  FROM application a, generate_series(1, %d) AS n WHERE a.id = '%s'
                  RETURNING id),
                items AS (
                  INSERT INTO application_item
                  SELECT (jsonb_populate_record(i,
                    jsonb_build_object('application_id', c.id))).*
                  FROM application_item i, copies c WHERE i.application_id = '%s')
                SELECT string_agg(id::text, ',') FROM copies
                """
                    .formatted(CLERKS, application, application))
            .split(","));
  }

  private interface Act {
    HttpResponse<String> on(String application) throws IOException, InterruptedException;
  }

  private Map<String, Integer> atOnce(List<String> applications, Act act)
      throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> running = new ArrayList<>();
    for (String application : applications) {
      Callable<String> clerk =
          () -> {
            start.await();
            return status(application, act);
          };
      running.add(clerks.submit(clerk));
    }
    start.countDown();
    Map<String, Integer> answers = new TreeMap<>();
    for (Future<String> one : running) {
      answers.merge(one.get(), 1, Integer::sum);
    }
    return answers;
  }

  /** Whoever is told that the service is busy comes again. */
  private static String status(String application, Act act)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = act.on(application);
    while (answer.statusCode() == 503) {
      answer = act.on(application);
    }
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body().replaceAll("(?s).*?\"status\":\"([A-Z_]+)\".*", "$1");
  }

  private HttpResponse<String> accept(String application) throws IOException, InterruptedException {
    return post(application + "/acceptance", HttpRequest.BodyPublishers.noBody());
  }

  private HttpResponse<String> reject(String application) throws IOException, InterruptedException {
    return post(
        application + "/rejection",
        HttpRequest.BodyPublishers.ofString("{\"reason\":\"The title is not registered.\"}"));
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(desk.resolve(path))
            .header("Authorization", "Bearer " + TestTokens.staff("CLERK"))
            .header("Content-Type", "application/json")
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
