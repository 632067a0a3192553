package org.fapiaosuite.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * What a test awaits is looked for at once and then every 50 milliseconds, not first after a tenth
 * of a second; Quarkus finds this by itself.
 */
public final class AwaitedAtOnce implements QuarkusTestBeforeClassCallback {
  @Override
  public void beforeClass(Class<?> testClass) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
  }
}
