package org.fapiaosuite.local.mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which mails there are, and whom each may be for: an id and a hash for each recipient, twelve
 * bytes, so that fifty thousand mails fit into a small heap. The mail itself tells whether it is
 * for somebody.
 */
final class MailIndex {
  private static final int FIRST_SIZE = 256;

  private long[] ids = new long[FIRST_SIZE];
  private int[] recipients = new int[FIRST_SIZE];

  /** The entries in use, ids ascending; those of one mail stand together. */
  private int start;

  private int end;
  private int mails;

  /** Notes a mail that is newer than all others. */
  synchronized void add(long id, List<String> to) {
    if (to.isEmpty()) {
      append(id, hash(""));
    }
    to.forEach(address -> append(id, hash(address)));
    mails++;
  }

  /** Forgets the oldest mail; returns its id. */
  synchronized long removeOldest() {
    long oldest = ids[start];
    while (start < end && ids[start] == oldest) {
      start++;
    }
    mails--;
    return oldest;
  }

  /** The newest of those older than an id that any of them has, newest first. */
  synchronized long[] before(long id, int most) {
    return newest(id, most, true, 0);
  }

  /** The same of those that may be for an address; nearly always they are. */
  synchronized long[] before(long id, int most, String address) {
    return newest(id, most, false, hash(address));
  }

  synchronized int size() {
    return mails;
  }

  private long[] newest(long before, int most, boolean anybody, int recipient) {
    long[] found = new long[Math.min(most, mails)];
    int count = 0;
    for (int i = end - 1; i >= start && count < found.length; i--) {
      boolean fits = ids[i] < before && (anybody || recipients[i] == recipient);
      if (fits && (count == 0 || found[count - 1] != ids[i])) {
        found[count++] = ids[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void append(long id, int recipient) {
    if (end == ids.length) {
      int used = end - start;
      int size = used > ids.length / 2 ? ids.length * 2 : ids.length;
      ids = Arrays.copyOf(Arrays.copyOfRange(ids, start, end), size);
      recipients = Arrays.copyOf(Arrays.copyOfRange(recipients, start, end), size);
      start = 0;
      end = used;
    }
    ids[end] = id;
    recipients[end] = recipient;
    end++;
  }

  private static int hash(String address) {
    return address.toLowerCase(Locale.ROOT).hashCode();
  }
}
