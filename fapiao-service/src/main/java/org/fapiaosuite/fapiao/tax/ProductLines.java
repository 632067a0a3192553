package org.fapiaosuite.fapiao.tax;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.fapiaosuite.kernel.Money;

/**
 * What kind of goods or service a product is for the tax administration, and its rate on a day;
 * data, since rates change ({@code tax/product-lines.json}).
 */
@ApplicationScoped
public class ProductLines {

  private static final String RESOURCE = "/tax/product-lines.json";

  private final List<Line> lines;

  ProductLines() {
    lines = read();
  }

  /** The amount of a product sold on a day (China Standard Time) as a line of a Fapiao. */
  public TaxedLine line(String product, LocalDate day, Money gross) {
    Line line =
        lines.stream()
            .filter(candidate -> candidate.pattern.matcher(product).find())
            .findFirst()
            .orElseGet(this::fallback);
    return new TaxedLine(line.taxCode, line.rateOn(day), gross);
  }

  private Line fallback() {
    return lines.stream().filter(Line::isDefault).findFirst().orElseThrow();
  }

  private static List<Line> read() {
    try (InputStream in = ProductLines.class.getResourceAsStream(RESOURCE)) {
      File file =
          JsonMapper.builder().build().readValue(Objects.requireNonNull(in, RESOURCE), File.class);
      return file.lines.stream().map(Line::of).toList();
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read", e);
    }
  }

  private record File(String source, List<Entry> lines) {}

  private record Entry(
      String id,
      String taxCode,
      @com.fasterxml.jackson.annotation.JsonProperty("default") boolean fallback,
      String productPattern,
      List<DatedRate> rates) {}

  private record DatedRate(String from, String rate) {}

  private record RateFrom(LocalDate from, TaxRate rate) {}

  private record Line(String taxCode, boolean isDefault, Pattern pattern, List<RateFrom> rates) {

    static Line of(Entry entry) {
      if (!entry.taxCode.matches("\\d{19}") || entry.rates.isEmpty()) {
        throw new IllegalStateException("product line " + entry.id + " is not complete");
      }
      return new Line(
          entry.taxCode,
          entry.fallback,
          Pattern.compile(entry.productPattern, Pattern.CASE_INSENSITIVE),
          entry.rates.stream()
              .map(dated -> new RateFrom(LocalDate.parse(dated.from), TaxRate.of(dated.rate)))
              .sorted(Comparator.comparing(RateFrom::from).reversed())
              .toList());
    }

    /** The newest rate that is in force; before all of them the oldest. */
    TaxRate rateOn(LocalDate day) {
      return rates.stream()
          .filter(dated -> !dated.from.isAfter(day))
          .findFirst()
          .orElse(rates.get(rates.size() - 1))
          .rate;
    }
  }
}
