package org.fapiaosuite.fapiao.title;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Chinese telephone number: mobile, fixed line with area code, or a 400/800 service number. */
public final class PhoneNumber {

  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern FIXED = Pattern.compile("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");
  private static final Pattern SERVICE = Pattern.compile("[48]00-?\\d{3}-?\\d{4}");
  private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086|86(?=1[3-9]\\d{9}$))-?");
  private static final int LONGEST = 30;

  private PhoneNumber() {}

  /** The number without country code and spaces; empty when it is none. */
  public static Optional<String> read(String sent) {
    if (sent.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(sent, Normalizer.Form.NFKC).replace(" ", "");
    String local = COUNTRY.matcher(plain).replaceFirst("");
    if (isKnown(local)) {
      return Optional.of(local);
    }
    boolean abroad = !local.equals(plain) && FIXED.matcher("0" + local).matches();
    return abroad ? Optional.of("0" + local) : Optional.empty();
  }

  private static boolean isKnown(String local) {
    return MOBILE.matcher(local).matches()
        || FIXED.matcher(local).matches()
        || SERVICE.matcher(local).matches();
  }
}
