package org.fapiaosuite.ordersync.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fapiaosuite.ordersync.fact.UnacceptableException;

/**
 * One payment platform, as it really speaks. The rest of the service knows pushes, movements of
 * money and statements; a further platform is a further implementation and its {@link Factory}.
 */
public interface PlatformAdapter {

  /** The platform's name in paths, customers' ids and configuration. */
  String name();

  /**
   * Checks the envelope of a push over its raw bytes: headers, time, key, signature.
   *
   * @param headers all values of a header, by name; empty when it is absent
   * @return the push with its identity and its body in clear
   * @throws PushNotVerifiedException for whatever is wrong, never saying what to the sender
   */
  VerifiedPush open(Function<String, List<String>> headers, byte[] body);

  /**
   * Reads the body of one event.
   *
   * @throws UnreadablePushException when it is not the JSON it should be
   * @throws UnacceptableException when it is, but says what cannot be
   */
  PushedEvent read(byte[] body);

  /**
   * Fetches the statement of a day into a file. Called outside of any transaction; bounded in time
   * and size.
   *
   * @throws IOException when the platform cannot be reached or answers what it should not
   */
  StatementAnswer fetchStatement(LocalDate day, Path into) throws IOException;

  /**
   * Reads a fetched statement line by line in bounded memory. Hash and totals are only known at the
   * end: nothing read may be used before this has returned.
   *
   * @throws StatementRefusedException when the file is not what the platform vouches for
   */
  StatementTotals readStatement(Path file, String digest, Consumer<StatementLine> lines)
      throws IOException;

  /** Makes adapters of one kind, one for each configured platform of that kind. */
  interface Factory {

    /** The value of {@code adapter} in the platform's configuration. */
    String kind();

    PlatformAdapter create(String name, PlatformConfig config);
  }
}
