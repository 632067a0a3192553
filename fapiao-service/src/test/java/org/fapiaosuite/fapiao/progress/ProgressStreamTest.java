package org.fapiaosuite.fapiao.progress;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Progress as it happens. */
@QuarkusTest
class ProgressStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String EVENTS = "text/event-stream";

  /** More than a stream lasts. */
  private static final Duration SOME_MINUTES = Duration.ofMinutes(6);

  /** What stands in the list of lines when the service has ended the stream. */
  private static final String END = "(end)";

  @Inject TestClock clock;

  @Inject ProgressConfig config;
  @Inject ProgressFeed feed;

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init") // set by the test framework
  URI service;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Story story = new Story();

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void steps_arrive_once_and_in_order_also_after_a_break() throws Exception {
    // Given a customer who follows their application
    String id = story.submitted(story.invoiceableBill("10.00"));
    List<String> lines = new CopyOnWriteArrayList<>();
    InputStream first = follow(id, null, lines);
    await().atMost(PATIENCE).until(() -> steps(lines).equals(List.of("SUBMITTED")));

    // When the service centre works
    Story.staff("CLERK").post(Story.DESK + "/" + id + "/acceptance").then().statusCode(200);
    await().atMost(PATIENCE).until(() -> steps(lines).size() == 2);
    first.close();
    Story.issue(id, Story.number()).then().statusCode(200);

    // Then who comes again sees what they missed, and nothing twice
    List<String> later = new CopyOnWriteArrayList<>();
    InputStream second = follow(id, lastId(lines), later);
    await().atMost(PATIENCE).until(() -> steps(later).equals(List.of("ISSUED")));
    assertEquals(List.of("SUBMITTED", "IN_PROCESS"), steps(lines));
    assertTrue(later.stream().anyMatch(line -> line.contains("\"remark\":\"Issued\"")));
    second.close();
  }

  @Test
  void who_comes_again_with_the_newest_step_is_answered_at_once() throws Exception {
    // Given a stream that has told everything, and a clock that stands still: no sign of life is
    // due
    clock.set(clock.instant());
    String id = story.submitted(story.invoiceableBill("10.00"));
    List<String> lines = new CopyOnWriteArrayList<>();
    InputStream first = follow(id, null, lines);
    await().atMost(PATIENCE).until(() -> steps(lines).equals(List.of("SUBMITTED")));
    first.close();

    // When
    List<String> later = new CopyOnWriteArrayList<>();
    InputStream second = follow(id, lastId(lines), later);

    // Then
    await().atMost(PATIENCE).until(() -> later.stream().anyMatch(line -> line.startsWith(":")));
    assertEquals(List.of(), steps(later));
    second.close();
  }

  @Test
  void a_stream_ends_when_its_follower_is_signed_out() throws Exception {
    // Given
    String id = story.submitted(story.invoiceableBill("10.00"));
    List<String> lines = new CopyOnWriteArrayList<>();
    InputStream stream = follow(id, null, lines);
    await().atMost(PATIENCE).until(() -> steps(lines).equals(List.of("SUBMITTED")));

    // When
    Broker.publish(
        "account.events",
        story.accountId.toString(),
        "account.epoch-raised.v1",
        "{\"accountId\":\"%s\",\"epoch\":1}".formatted(story.accountId));

    // Then
    await().atMost(PATIENCE).until(() -> lines.contains(END));
    stream.close();
  }

  @Test
  void a_stream_ends_after_some_minutes() {
    String id = story.submitted(story.invoiceableBill("10.00"));

    CompletableFuture<Response> followed =
        CompletableFuture.supplyAsync(() -> story.customer().accept(EVENTS).get(stream(id)));

    await().atMost(PATIENCE).until(() -> isDoneSomeMinutesLater(followed));
    followed.join().then().statusCode(200).contentType(EVENTS).body(containsString("SUBMITTED"));
  }

  @Test
  void a_step_that_is_none_is_refused() {
    String id = story.submitted(story.invoiceableBill("10.00"));

    story
        .customer()
        .header("Last-Event-ID", "latest")
        .get(stream(id))
        .then()
        .statusCode(422)
        .body("violations.field", contains("Last-Event-ID"));
  }

  @Test
  void who_comes_when_too_many_follow_is_told_to_come_again() throws Exception {
    // Given as many streams as may be open, those of other tests among them
    String id = story.submitted(story.invoiceableBill("10.00"));
    List<InputStream> open = new ArrayList<>();
    Response late;
    try {
      HttpResponse<InputStream> answer = ask(id, null);
      while (answer.statusCode() == 200) {
        open.add(answer.body());
        answer = ask(id, null);
      }

      // When
      late = story.customer().get(stream(id));
    } finally {
      for (InputStream stream : open) {
        stream.close();
      }
      await().atMost(PATIENCE).until(this::nobodyFollowsSomeMinutesLater);
    }

    // Then
    assertTrue(open.size() <= config.mostStreams(), open.size() + " are open");
    late.then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("type", equalTo("urn:fapiaosuite:problem:unavailable"));
  }

  /** Advances as often as asked, for the stream may not have begun at the first time. */
  private boolean isDoneSomeMinutesLater(CompletableFuture<Response> followed) {
    clock.advance(SOME_MINUTES);
    return followed.isDone();
  }

  private boolean nobodyFollowsSomeMinutesLater() {
    clock.advance(SOME_MINUTES);
    return feed.open() == 0;
  }

  private static String stream(String id) {
    return Story.APPLICATIONS + "/" + id + "/progress/stream";
  }

  private InputStream follow(String id, @Nullable String last, List<String> lines)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = ask(id, last);
    assertEquals(200, answer.statusCode());
    assertEquals(Optional.of("no"), answer.headers().firstValue("X-Accel-Buffering"));
    Thread reader = new Thread(() -> read(answer.body(), lines), "follower");
    reader.setDaemon(true);
    reader.start();
    return answer.body();
  }

  /** The answer as soon as its head is there. */
  private HttpResponse<InputStream> ask(String id, @Nullable String last)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(stream(id)))
            .header("Accept", EVENTS)
            .header(
                "Authorization",
                "Bearer " + TestTokens.customer(story.accountId, story.customerId));
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static void read(InputStream in, List<String> lines) {
    try (var reader =
        new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(line);
      }
      lines.add(END);
    } catch (IOException closed) {
      // the test has seen enough
    }
  }

  private static List<String> steps(List<String> lines) {
    List<String> steps = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("data:")) {
        steps.add(line.replaceAll(".*\"status\":\"([A-Z_]+)\".*", "$1"));
      }
    }
    return steps;
  }

  private static String lastId(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("id:"))
        .reduce((a, b) -> b)
        .orElseThrow()
        .substring(3)
        .strip();
  }
}
