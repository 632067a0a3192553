package org.fapiaosuite.fapiao.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fapiaosuite.testkit.TestClock;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is issued, refunded, declared void, taken back and issued again, in whatever order: the
 * database agrees with a model that was written without it, to the fen and after each step. More
 * sequences than the build runs, by {@code -Dfapiao.sequences.count=10000}.
 */
@QuarkusTest
class CorrectionSequencesTest {

  private static final Logger LOG = Logger.getLogger(CorrectionSequencesTest.class);
  private static final int SEQUENCES = Integer.getInteger("fapiao.sequences.count", 25);
  private static final long SEED = Long.getLong("fapiao.sequences.seed", 20261129);
  private static final int LONGEST = 10;

  @Inject TestClock clock;
  @Inject SequenceRunner runner;

  @BeforeEach
  void in_the_month_of_issue() {
    clock.set(Instant.parse("2026-11-20T04:00:00Z"));
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void the_database_agrees_with_the_model_after_each_step() {
    Map<SequenceRunner.Step, Integer> done = new TreeMap<>();
    int steps = 0;
    for (int i = 0; i < SEQUENCES; i++) {
      Random random = new Random(SEED + i);
      SequenceRunner.Bill bill = runner.begin(random);
      int length = 3 + random.nextInt(LONGEST - 2);
      for (int step = 0; step < length; step++) {
        SequenceRunner.Step taken = runner.step(bill, random);
        done.merge(taken, 1, Integer::sum);
        steps++;
        String where = "seed " + (SEED + i) + ", step " + step + " " + taken + " of " + bill;
        assertEquals(runner.expected(bill), runner.stored(bill), where);
        assertTrue(
            taken.takesBack() || !runner.deficitWasClosed(bill), () -> "closed without: " + where);
      }
      assertEquals(runner.isInDeficit(bill), runner.isListed(bill), () -> "list, " + bill);
      if ((i + 1) % 1_000 == 0) {
        LOG.infof("sequences so far: sequences=%d steps=%d %s", i + 1, steps, done);
      }
    }
    assertEquals(Arrays.asList(SequenceRunner.Step.values()), done.keySet().stream().toList());
    LOG.infof("sequences agree with the model: sequences=%d steps=%d %s", SEQUENCES, steps, done);
  }
}
