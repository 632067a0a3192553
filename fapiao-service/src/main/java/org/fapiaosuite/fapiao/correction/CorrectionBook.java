package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.jspecify.annotations.Nullable;

/** Corrections together with the Fapiao they are about, for whoever shows them. */
@ApplicationScoped
public class CorrectionBook {

  /**
   * A correction as it is shown.
   *
   * @param lapsesAt when its form lapses; null when none waits
   * @param remark what has to be printed on the red letter; null for a void
   */
  public record Entry(
      Correction correction,
      Fapiao fapiao,
      List<UUID> redLetters,
      @Nullable Instant lapsesAt,
      @Nullable String remark) {}

  private final Fapiaos fapiaos;
  private final CorrectionRules rules;

  CorrectionBook(Fapiaos fapiaos, CorrectionRules rules) {
    this.fapiaos = fapiaos;
    this.rules = rules;
  }

  /** Each with its Fapiao, in the same order. */
  public List<Entry> entries(List<Correction> corrections) {
    if (corrections.isEmpty()) {
      return List.of();
    }
    Map<UUID, Fapiao> known =
        fapiaos
            .list("id in ?1", corrections.stream().map(Correction::fapiaoId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Fapiao::id, Function.identity()));
    Map<UUID, List<UUID>> redLetters = fapiaos.redLetters(List.copyOf(known.values()));
    return corrections.stream()
        .map(
            correction -> {
              Fapiao fapiao = Objects.requireNonNull(known.get(correction.fapiaoId()));
              return new Entry(
                  correction,
                  fapiao,
                  redLetters.getOrDefault(fapiao.id(), List.of()),
                  lapsesAt(correction, fapiao),
                  correction.plan().kind() == CorrectionKind.VOID
                      ? null
                      : RedRemark.of(fapiao, correction.form()));
            })
        .toList();
  }

  private @Nullable Instant lapsesAt(Correction correction, Fapiao fapiao) {
    CorrectionForm form = correction.form();
    return form != null
            && correction.isOpen()
            && form.state().isAwaited()
            && rules.formKind(fapiao).lapses()
        ? form.lapsesAt()
        : null;
  }
}
