package org.fapiaosuite.ordersync.intake;

import java.util.Comparator;

/** What a push is known by. */
record PushKey(String platform, String webhookId) implements Comparable<PushKey> {
  private static final Comparator<PushKey> ORDER =
      Comparator.comparing(PushKey::platform).thenComparing(PushKey::webhookId);

  @Override
  public int compareTo(PushKey other) {
    return ORDER.compare(this, other);
  }
}
