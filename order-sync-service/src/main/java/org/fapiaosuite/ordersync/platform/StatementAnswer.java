package org.fapiaosuite.ordersync.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a platform answers to the question for a day's statement.
 *
 * @param digest of the unzipped file, as the platform vouches for it; with {@link Kind#MADE} only
 */
public record StatementAnswer(Kind kind, @Nullable String digest) {

  public static final StatementAnswer NOT_MADE_YET = new StatementAnswer(Kind.NOT_MADE_YET, null);
  public static final StatementAnswer NO_TRADE = new StatementAnswer(Kind.NO_TRADE, null);

  /** The statement lies in the file. */
  public static StatementAnswer made(String digest) {
    return new StatementAnswer(Kind.MADE, digest);
  }

  /** The three answers. */
  public enum Kind {
    MADE,
    NOT_MADE_YET,
    NO_TRADE
  }
}
