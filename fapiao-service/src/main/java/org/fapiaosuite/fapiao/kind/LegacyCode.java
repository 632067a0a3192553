package org.fapiaosuite.fapiao.kind;

/**
 * The code that stands beside a legacy number. Ten digits are paper, their eighth names the type;
 * the last two of twelve name type and medium. So a code belongs to one kind at most.
 */
public final class LegacyCode {

  private LegacyCode() {}

  /** True for 10 or 12 digits. */
  public static boolean isWellFormed(String code) {
    return code.matches("\\d{10}|\\d{12}");
  }

  /** True when Fapiao of the kind are printed under the well-formed code. */
  public static boolean fits(String code, FapiaoKind kind) {
    return code.length() == 10 ? fitsTen(code, kind) : fitsTwelve(code, kind);
  }

  /** The eighth of ten digits: 1 and 5 special, 3 and 6 ordinary; always paper. */
  private static boolean fitsTen(String code, FapiaoKind kind) {
    String digits =
        switch (kind.type()) {
          case ORDINARY -> "36";
          case SPECIAL -> "15";
        };
    return kind.medium() == Medium.PAPER && digits.indexOf(code.charAt(7)) >= 0;
  }

  /**
   * The last two of twelve digits: 04-07 paper ordinary, 11 and 12 e-ordinary, 13 e-special. A code
   * that begins with 1 is a blockchain Fapiao's: e-ordinary, whatever the rest says.
   */
  private static boolean fitsTwelve(String code, FapiaoKind kind) {
    boolean ordinary = kind.type() == FapiaoType.ORDINARY;
    if (code.charAt(0) == '1') {
      return ordinary && kind.medium() == Medium.ELECTRONIC;
    }
    String ending = code.substring(10);
    return switch (kind.medium()) {
      case PAPER -> ordinary && ending.matches("0[4-7]");
      case ELECTRONIC -> ending.matches(ordinary ? "1[12]" : "13");
    };
  }
}
