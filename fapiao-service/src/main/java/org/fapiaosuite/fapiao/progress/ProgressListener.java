package org.fapiaosuite.fapiao.progress;

/** Somebody who follows one application. */
public interface ProgressListener {

  /** Whether they are still signed in; who no longer is hears no more. */
  boolean mayListen();

  /** Takes the next step; false when nobody listens any more. */
  boolean next(ProgressEntry entry);

  /** Shows that the line is alive; false when nobody listens any more. */
  boolean alive();

  /** The line is closed from this side; the follower may come again. */
  void close();
}
