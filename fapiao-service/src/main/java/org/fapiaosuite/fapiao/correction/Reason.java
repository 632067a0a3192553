package org.fapiaosuite.fapiao.correction;

import java.util.Locale;
import org.fapiaosuite.fapiao.wording.Worded;

/** Why a correction is the right one, each with the rule it comes from. */
public enum Reason implements Worded {
  /** An electronic Fapiao cannot be void. */
  ELECTRONIC_NEVER_VOID(Source.ANNOUNCEMENT_2024_11),
  /** The buyer has neither used nor booked it: the seller's word is enough. */
  NEITHER_USED_NOR_BOOKED(Source.ANNOUNCEMENT_2024_11),
  /** The buyer has used or booked it: one side enters the form, the other confirms it. */
  USED_OR_BOOKED(Source.ANNOUNCEMENT_2024_11),
  /** It was issued in this month, and all that voiding asks for is there. */
  VOIDABLE(Source.NOTICE_2006_156),
  /** It was issued in another month, by the calendar in China. */
  OTHER_MONTH(Source.NOTICE_2006_156),
  /** Not all copies are back. */
  COPIES_MISSING(Source.NOTICE_2006_156),
  /** Copies are lost: they will not come back. */
  COPIES_LOST(Source.NOTICE_2006_156),
  /** The seller has declared its tax. */
  DECLARED(Source.NOTICE_2006_156),
  /** The buyer has certified or deducted it. */
  CERTIFIED(Source.NOTICE_2006_156),
  /** Some of it is taken back by a red letter already. */
  PARTLY_REVERSED(Source.NOTICE_2006_156),
  /** An ordinary one is taken back once the copies or a valid proof are here. */
  ORDINARY_TAKEN_BACK(Source.MEASURES_27),
  /** A special one is taken back with the information form only. */
  SPECIAL_NEEDS_FORM(Source.ANNOUNCEMENT_2016_47),
  /** The buyer has deducted it: they file the form, and send nothing back. */
  BUYER_FILES(Source.ANNOUNCEMENT_2016_47),
  /** The buyer has not deducted it: the seller files the form. */
  SELLER_FILES(Source.ANNOUNCEMENT_2016_47),
  /** The form is confirmed, or needs no confirmation. */
  FORM_CONFIRMED(Source.ANNOUNCEMENT_2024_11),
  /** The other side has not confirmed the form yet. */
  FORM_AWAITED(Source.ANNOUNCEMENT_2024_11),
  /** Nobody confirmed the form within 72 hours: it lapsed, and may be entered again. */
  FORM_LAPSED(Source.ANNOUNCEMENT_2024_11),
  /** The form was refused or withdrawn: another one may be entered. */
  FORM_ENDED(Source.ANNOUNCEMENT_2024_11);

  private final String source;

  Reason(String source) {
    this.source = source;
  }

  /** The rule, as it is cited in China. */
  public String source() {
    return source;
  }

  @Override
  public String wordingKey() {
    return "correction.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Source {
    static final String ANNOUNCEMENT_2024_11 = "国家税务总局公告2024年第11号第八条";
    static final String NOTICE_2006_156 = "国税发〔2006〕156号第十三条";
    static final String ANNOUNCEMENT_2016_47 = "国家税务总局公告2016年第47号第一条";
    static final String MEASURES_27 = "中华人民共和国发票管理办法实施细则第二十七条";
  }
}
