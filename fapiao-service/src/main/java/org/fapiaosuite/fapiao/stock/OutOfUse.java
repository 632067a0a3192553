package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.wording.Wording;
import org.fapiaosuite.rest.identity.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the notice of a kind as long as somebody waits for it, with the moment at which the first
 * of them is expected to go on. Called under the lock of the kind's capacity.
 */
@ApplicationScoped
class OutOfUse {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH, Locale.GERMAN);

  private final Queue queue;
  private final Notices notices;
  private final NoticeBoard board;
  private final Ids ids;
  private final Clock clock;

  OutOfUse(Queue queue, Notices notices, NoticeBoard board, Ids ids, Clock clock) {
    this.queue = queue;
    this.notices = notices;
    this.board = board;
    this.ids = ids;
    this.clock = clock;
  }

  /** Puts it up, renews or withdraws it, as it has to be. */
  void review(FapiaoKind kind) {
    Optional<Notice> present = notices.automatic(kind);
    List<Queue.Waiting> waiting = queue.of(kind);
    if (waiting.isEmpty()) {
      present.map(Notice::id).ifPresent(board::withdraw);
      return;
    }
    Instant expected = waiting.get(0).expectedAt();
    if (present.isEmpty()) {
      board.publish(notice(kind, expected), null);
    } else if (!Objects.equals(expected, present.get().expectedIssueAt())) {
      board.expect(present.get().id(), expected);
    }
  }

  private Notice notice(FapiaoKind kind, @Nullable Instant expected) {
    return new Notice(
        ids.next(), text(kind), kind.type(), kind.medium(), expected, null, true, clock.instant());
  }

  private static Map<String, String> text(FapiaoKind kind) {
    return LANGUAGES.stream()
        .collect(
            Collectors.toMap(
                Locale::toLanguageTag,
                language ->
                    Wording.text(
                        language,
                        "notice.out-of-stock",
                        Wording.text(language, "kind." + kind.type() + "." + kind.medium()))));
  }
}
