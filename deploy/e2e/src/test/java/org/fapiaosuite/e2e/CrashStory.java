package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
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

  private static void sendAgain(String service) {
    suite.databases().sabotage(service, "UPDATE outbox SET sent_at = NULL");
  }
}
