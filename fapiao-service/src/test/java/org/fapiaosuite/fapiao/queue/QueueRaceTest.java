package org.fapiaosuite.fapiao.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 64 clerks at the same moment. */
@QuarkusTest
class QueueRaceTest {

  private static final int CLERKS = 64;

  @TestHTTPResource("/api/v1/service-centre/applications/")
  @SuppressWarnings("NullAway.Init") // set by the test framework
  URI desk;

  private final Story story = new Story();
  private final ExecutorService crowd = Executors.newFixedThreadPool(CLERKS);
  private final HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();

  @AfterEach
  void end() {
    crowd.shutdownNow();
  }

  @Test
  void one_of_64_claims_holds() throws Exception {
    String id = story.submitted(story.invoiceableBill("10.00"));

    Map<Integer, Integer> answers = race(id + "/claim", "");

    assertEquals(Map.of(200, 1, 409, CLERKS - 1), answers);
    assertEquals(
        "1",
        Database.query(
            "SELECT count(*) FROM audit_entry WHERE action = 'claimApplication'"
                + " AND subjects @> ARRAY['"
                + id
                + "']"));
  }

  @Test
  void sixty_four_acceptances_accept_once() throws Exception {
    String id = story.submitted(story.invoiceableBill("10.00"));

    Map<Integer, Integer> answers = race(id + "/acceptance", "");

    assertEquals(Map.of(200, CLERKS), answers);
    assertEquals(1, accepted(id));
  }

  @Test
  void sixty_four_bulks_of_the_same_accept_each_once() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ids.add(story.submitted(story.invoiceableBill("10.00")));
    }
    String body = "{\"ids\":[\"" + String.join("\",\"", ids) + "\"]}";

    Map<Integer, Integer> answers = race("acceptances", body);

    assertEquals(Map.of(200, CLERKS), answers);
    for (String id : ids) {
      assertEquals(1, accepted(id), id);
    }
  }

  private static long accepted(String id) {
    return Story.events(id).stream()
        .filter(event -> event.startsWith("fapiao.application-accepted.v1"))
        .count();
  }

  private Map<Integer, Integer> race(String path, String body) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> running = new ArrayList<>();
    for (int i = 0; i < CLERKS; i++) {
      String token = TestTokens.staff(UUID.randomUUID(), "CLERK");
      running.add(
          crowd.submit(
              () -> {
                start.await();
                return post(path, body, token);
              }));
    }
    start.countDown();
    Map<Integer, Integer> answers = new TreeMap<>();
    for (Future<Integer> one : running) {
      answers.merge(one.get(), 1, Integer::sum);
    }
    return answers;
  }

  private int post(String path, String body, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.resolve(path)).header("Authorization", "Bearer " + token);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return client
        .send(
            request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
