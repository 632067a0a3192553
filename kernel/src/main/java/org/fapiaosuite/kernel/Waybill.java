package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a parcel: 6 to 40 capitals and digits, which is all that every courier's numbers
 * have in common, and the three digits behind a hyphen that number the pieces of one consignment.
 * What one courier's look like today changes too often to be a rule.
 */
public record Waybill(String text) {

  /** The shape of the normal form as a regular expression, for an API that describes it. */
  public static final String SHAPE = "[A-Z0-9]{6,40}(-[0-9]{3})?";

  private static final Pattern NORMAL = Pattern.compile(SHAPE);
  private static final Pattern TYPED = Pattern.compile("([A-Z0-9]+(?:-[A-Z0-9]+)*?)(-[0-9]{3})?");
  private static final int LONGEST = 80;

  /** A piece's hyphen is taken for one only behind as much as the shortest numbers have. */
  private static final int SHORTEST_OF_PIECES = 10;

  /**
   * Takes the normal form only.
   *
   * @throws IllegalArgumentException for any other text
   */
  public Waybill {
    if (!NORMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("no waybill");
    }
  }

  /**
   * The number as a person types or scans it: in small letters, full width, with blanks or hyphens
   * between its groups. Empty when the text is none.
   */
  public static Optional<Waybill> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .replaceAll("[\\h\\v]", "")
            .toUpperCase(Locale.ROOT);
    Matcher matcher = TYPED.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(1).replace("-", "");
    String piece = matcher.group(2) == null ? "" : matcher.group(2);
    boolean pieces = number.length() >= SHORTEST_OF_PIECES;
    return Optional.of(number + (pieces ? piece : piece.replace("-", "")))
        .filter(text -> NORMAL.matcher(text).matches())
        .map(Waybill::new);
  }

  /** Whether it has the form that a courier gives to its numbers. */
  public boolean hasForm(Pattern courier) {
    return courier.matcher(consignment()).matches();
  }

  /** The number without that of the piece: what a courier's page asks for. */
  public String consignment() {
    int piece = text.indexOf('-');
    return piece < 0 ? text : text.substring(0, piece);
  }

  @Override
  public String toString() {
    return text;
  }
}
