package org.fapiaosuite.fapiao.kind;

import java.text.Normalizer;

/** Codes and numbers of Fapiao as a clerk types or pastes them. */
public final class TypedDigits {

  private TypedDigits() {}

  /** Full width made plain, blanks dropped; whether digits are left is for others to check. */
  public static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\h", "");
  }
}
