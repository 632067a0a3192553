package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Stories go on while the processes under them are killed. A bigger run: {@code mvn -pl deploy/e2e
 * verify -Dit.test=CrashStory -De2e.stories=10 -De2e.kills=30 -De2e.seed=1}.
 */
class CrashStory {
  private static final int STORIES = Integer.getInteger("e2e.stories", 3);
  private static final int KILLS = Integer.getInteger("e2e.kills", 5);
  private static final int STEPS_BETWEEN_KILLS = 6;
  private static final int MANY = 300;
  private static final int AN_ENVELOPE = 100;
  private static final long SEED =
      Long.getLong("e2e.seed", ThreadLocalRandom.current().nextLong(1_000_000));
  private static final Suite suite = Suite.shared();

  @Test
  void whatever_is_killed_every_story_ends_and_nothing_happens_twice() {
    // Given
    System.out.printf("crash story: stories=%d kills=%d seed=%d%n", STORIES, KILLS, SEED);
    Nemesis nemesis = new Nemesis(suite, SEED);
    List<Stubborn> stories = new CopyOnWriteArrayList<>();
    ExecutorService people = Executors.newFixedThreadPool(STORIES + 1);

    // When everybody has a story, and another one as long as there are kills left
    CompletableFuture<Void> rage =
        CompletableFuture.runAsync(() -> nemesis.rage(KILLS, STEPS_BETWEEN_KILLS), people);
    List<CompletableFuture<Void>> tellers =
        IntStream.range(0, STORIES)
            .mapToObj(
                i -> CompletableFuture.runAsync(() -> tell(i, stories, nemesis, rage), people))
            .toList();
    tellers.forEach(CompletableFuture::join);
    nemesis.over();
    rage.join();
    people.shutdown();

    // Then
    System.out.printf(
        "crash story: stories=%d kills=%d %s%n",
        stories.size(), nemesis.kills().size(), nemesis.kills());
    assertEquals(KILLS, nemesis.kills().size());
    Audit audit = new Audit(suite);
    audit.awaitRest();
    assertEquals(List.of(), audit.findings(stories));
  }

  private static void tell(
      int person, List<Stubborn> stories, Nemesis nemesis, CompletableFuture<Void> rage) {
    int chapter = 0;
    do {
      Stubborn story = new Stubborn(suite, nemesis, "E%d-%d-%d".formatted(SEED, person, chapter++));
      stories.add(story);
      story.tell();
    } while (!rage.isDone());
  }

  @Test
  void kafka_may_lose_everything_while_the_outboxes_have_it() {
    // Given a story under way
    Nemesis nemesis = new Nemesis(suite, SEED);
    Stubborn story = new Stubborn(suite, nemesis, "E" + SEED + "-WIPED");
    CompletableFuture<String> told = CompletableFuture.supplyAsync(story::tell);
    nemesis.awaitSteps(4);

    // When Kafka loses its data while nobody runs who knows how far they had read it, and every
    // event of the outboxes is sent again, as backup.md says
    List.of("account", "order-sync", "fapiao", "notification").forEach(nemesis::strike);
    suite.wipeKafka(nemesis);
    List.of("account", "order-sync", "fapiao").forEach(CrashStory::sendAgain);

    // Then
    told.join();
    Audit audit = new Audit(suite);
    audit.awaitRest();
    assertEquals(List.of(), audit.findings(List.of(story)));
  }

  @Test
  void of_many_orders_at_once_nothing_is_lost_or_doubled_when_account_service_dies_amid_them() {
    // Given
    String run = "MANY" + SEED + "-";
    IntStream.range(0, MANY / AN_ENVELOPE).forEach(envelope -> pushMany(run, envelope));
    await("the first mails").atMost(Customer.PATIENCE).until(() -> mailed(run) >= MANY / 4);

    // When
    new Nemesis(suite, SEED).kill("account");

    // Then
    new Audit(suite).awaitRest();
    assertEquals(MANY, count("account", "paid_order WHERE order_number LIKE ?", run + "%"));
    assertEquals(MANY, count("fapiao", "bill WHERE order_number LIKE ?", run + "%"));
    Map<String, Long> mails =
        suite.mailbox().recipients(1000).stream()
            .filter(recipient -> recipient.startsWith(run.toLowerCase(Locale.ROOT)))
            .collect(Collectors.groupingBy(recipient -> recipient, Collectors.counting()));
    assertEquals(
        IntStream.range(0, MANY).boxed().collect(Collectors.toMap(i -> address(run, i), i -> 1L)),
        mails);
  }

  private static void pushMany(String run, int envelope) {
    Instant now = Clock.systemUTC().instant();
    String body =
        IntStream.range(envelope * AN_ENVELOPE, (envelope + 1) * AN_ENVELOPE)
            .mapToObj(i -> paid(run + i, address(run, i), now))
            .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    PlatformPush.sendBatch(suite, "msg_" + run + "envelope-" + envelope, now, body).expect(200);
  }

  private static String paid(String order, String payer, Instant at) {
    return """
    {"id":"msg_%1$s","event":{"type":"order.paid","timestamp":"%3$s","data":{
      "orderNumber":"%1$s","transactionId":"T%1$s","customerId":"%1$s",
      "payer":{"name":"Contoso","email":"%2$s"},"product":"Office 365 E3","quantity":1,
      "amount":{"currency":"CNY","value":"1270.00"},"paidAt":"%3$s"}}}
    """
        .formatted(order, payer, at);
  }

  private static String address(String run, int i) {
    return run.toLowerCase(Locale.ROOT) + i + "@contoso.example";
  }

  private static long mailed(String run) {
    return count(
        "notification",
        "delivery WHERE state = 'SENT' AND address LIKE ?",
        run.toLowerCase(Locale.ROOT) + "%");
  }

  private static long count(String service, String rows, String like) {
    return suite.databases().number(service, "SELECT count(*) FROM " + rows, like);
  }

  private static void sendAgain(String service) {
    suite.databases().sabotage(service, "UPDATE outbox SET sent_at = NULL");
  }
}
