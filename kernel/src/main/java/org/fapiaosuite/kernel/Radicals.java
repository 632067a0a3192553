package org.fapiaosuite.kernel;

import java.text.Normalizer;

/**
 * Radicals of a dictionary's index that got into a text where the character was meant: they look
 * like it, and are copied out of many a PDF in its place.
 */
final class Radicals {

  private static final int SUPPLEMENT = 0x2E80;
  private static final int KANGXI = 0x2F00;
  private static final int LAST_KANGXI = 0x2FD5;

  /**
   * The characters of U+2E80 to U+2EF3 in their order (Unicode, EquivalentUnifiedIdeograph.txt);
   * U+2E80 and the unassigned U+2E9A stand for themselves, having none.
   */
  private static final int[] CHARACTERS =
      ("⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日"
              + "月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂"
              + "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝"
              + "雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟")
          .codePoints()
          .toArray();

  private Radicals() {}

  /** The character a radical stands for; every other code point as it is. */
  static int character(int at) {
    if (at >= SUPPLEMENT && at < SUPPLEMENT + CHARACTERS.length) {
      return CHARACTERS[at - SUPPLEMENT];
    }
    return at >= KANGXI && at <= LAST_KANGXI
        ? Normalizer.normalize(Character.toString(at), Normalizer.Form.NFKC).codePointAt(0)
        : at;
  }
}
