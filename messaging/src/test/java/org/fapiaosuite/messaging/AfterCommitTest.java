package org.fapiaosuite.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class AfterCommitTest {
  @Inject AfterCommit afterCommit;

  private final AtomicInteger wakeUps = new AtomicInteger();

  @Test
  void the_wake_up_comes_once_the_transaction_is_committed() {
    int before =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  afterCommit.run(wakeUps::incrementAndGet);
                  return wakeUps.get();
                });

    assertEquals(0, before);
    assertEquals(1, wakeUps.get());
  }

  @Test
  void nobody_is_woken_after_a_rollback() {
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      afterCommit.run(wakeUps::incrementAndGet);
                      throw new IllegalStateException("rolled back");
                    }));

    assertEquals(0, wakeUps.get());
  }

  @Test
  void outside_of_a_transaction_the_wake_up_comes_at_once() {
    afterCommit.run(wakeUps::incrementAndGet);

    assertEquals(1, wakeUps.get());
  }
}
