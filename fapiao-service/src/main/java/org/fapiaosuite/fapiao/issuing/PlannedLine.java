package org.fapiaosuite.fapiao.issuing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.tax.TaxRate;
import org.fapiaosuite.fapiao.tax.TaxedLine;
import org.fapiaosuite.kernel.Money;

/**
 * A line of a document that the issuer is asked for, as it is stored.
 *
 * @param document counted from 0
 * @param taxRate in basis points
 * @param fen tax included
 */
record PlannedLine(int document, String taxCode, int taxRate, long fen) {

  static List<PlannedLine> of(FapiaoPlan plan) {
    return IntStream.range(0, plan.parts().size())
        .boxed()
        .flatMap(
            document ->
                plan.parts().get(document).lines().stream()
                    .map(
                        line ->
                            new PlannedLine(
                                document,
                                line.taxCode(),
                                line.rate().basisPoints(),
                                line.gross().fen())))
        .toList();
  }

  static FapiaoPlan plan(List<PlannedLine> lines) {
    List<List<TaxedLine>> documents = new ArrayList<>();
    for (PlannedLine line : lines) {
      if (line.document == documents.size()) {
        documents.add(new ArrayList<>());
      }
      documents
          .get(line.document)
          .add(new TaxedLine(line.taxCode, new TaxRate(line.taxRate), Money.ofFen(line.fen)));
    }
    return new FapiaoPlan(documents.stream().map(FapiaoPlan.Part::new).toList());
  }
}
