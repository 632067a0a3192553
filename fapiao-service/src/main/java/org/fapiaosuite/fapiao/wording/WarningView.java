package org.fapiaosuite.fapiao.wording;

import java.util.List;
import java.util.Locale;

/**
 * Something that is allowed but probably not meant.
 *
 * @param code what seems odd, for programs: person-name, older-taxpayer-id, person-taxpayer-id,
 *     organization-taxpayer-id, TAXPAYER_ID_CHECK_DIGIT or unknown-region of what was typed in;
 *     waybill or other-carrier of a parcel; delivery-assumed of a draft that a split made; for
 *     staff only, fapiao-number-year or fapiao-number-region of a number, issue-refused or
 *     issue-unknown of the issuer. Example: {@code person-name}.
 * @param field what it is about, as a path within the resource. Example: {@code buyer.name}.
 * @param message the same in words, in the caller's language. Example: {@code This looks like the
 *     name of a person, not of an organization.}
 */
public record WarningView(String code, String field, String message) {

  public static List<WarningView> of(List<Warning> warnings, Locale locale) {
    return warnings.stream()
        .map(warning -> new WarningView(warning.code(), warning.field(), warning.message(locale)))
        .toList();
  }
}
