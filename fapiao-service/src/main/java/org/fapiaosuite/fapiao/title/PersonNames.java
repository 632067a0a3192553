package org.fapiaosuite.fapiao.title;

import java.util.regex.Pattern;

/** What names of persons look like, for a guess that a person may correct. */
public final class PersonNames {

  /** Longer names are hardly those of persons. */
  private static final Pattern SHORT = Pattern.compile("[\\p{IsHan}·]{1,4}");

  /** How organisations' names end and persons' hardly do. */
  private static final Pattern ORGANISATION =
      Pattern.compile(
          ".*(?:公司|集团|中心|学校|大学|中学|小学|医院|银行|协会|学会|商会|工会|酒店|饭店|宾馆|餐厅|商店|商行|工厂|农场|社区|村委|法院|公安|税务|部队|支队|大队|[厂店院校局社厅馆铺坊所站])");

  private PersonNames() {}

  /** True for one to four Han characters that do not end like an organisation's name. */
  public static boolean looksLikeOne(String name) {
    return SHORT.matcher(name).matches() && !ORGANISATION.matcher(name).matches();
  }
}
