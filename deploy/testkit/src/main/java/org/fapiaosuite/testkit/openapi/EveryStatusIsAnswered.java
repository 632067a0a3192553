package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a module's StatusesIT implements, which comes after all its tests: what the description says
 * can be answered, a test was answered with. Where only some tests were run there is nothing to
 * say.
 */
public interface EveryStatusIsAnswered {

  @Test
  default void eachDescribedStatusWasAnsweredInATest() throws IOException {
    assumeTrue(System.getProperty("test") == null, "skipped: only some tests were run");
    Set<String> answered = new AnsweredStatuses(AnsweredStatuses.FILE).read();

    Set<String> missing =
        DescribedStatuses.without(answered, Description.read(EveryExchangeIsDescribed.DOCUMENT));

    assertEquals("", String.join("\n", missing), "described, but answered in no test");
  }
}
