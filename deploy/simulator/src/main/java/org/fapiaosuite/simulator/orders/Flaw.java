package org.fapiaosuite.simulator.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What becomes of the words that describe an order on their way; its money stays what it is. */
public enum Flaw {
  /** A tab, as a spreadsheet leaves it. */
  TAB_IN_NAME(data -> name(data, name(data).replaceFirst("(?<=^.)", "\t"))),
  /** A line end in the middle. */
  LINE_END_IN_NAME(data -> name(data, name(data).replaceFirst("(?<=^.)", "\r\n"))),
  /** What no reader sees: a soft hyphen and a blank without width. */
  UNSEEN_IN_NAME(data -> name(data, name(data).replaceFirst("(?<=^.)", "\u00ad\u200b"))),
  /** Half of a character, which no database stores. */
  HALF_CHARACTER_IN_NAME(data -> name(data, name(data) + '\ud800')),
  /** More than any Fapiao has room for. */
  LONG_NAME(data -> name(data, name(data).repeat(60))),
  /** Nothing that can be printed. */
  SMILEY_AS_NAME(data -> name(data, "\ud83d\ude00")),
  NO_NAME(data -> payer(data).remove("name")),
  /** "None", typed into a field that had to be filled. */
  NONE_AS_ADDRESS(data -> address(data, "\u65e0")),
  BLANK_AFTER_ADDRESS(data -> address(data, address(data) + ' ')),
  BLANK_IN_ADDRESS(data -> address(data, address(data).replaceFirst("(?<=^..)", " "))),
  /** The full stop of a Chinese keyboard. */
  CHINESE_STOP_IN_ADDRESS(data -> address(data, address(data).replace('.', '\u3002'))),
  NO_ADDRESS(data -> payer(data).remove("email")),
  LINE_END_IN_PRODUCT(data -> data.put("product", data.path("product").asText() + "\nrenewal")),
  LONG_PRODUCT(data -> data.put("product", data.path("product").asText().repeat(40))),
  NO_PRODUCT(data -> data.remove("product")),
  NO_QUANTITY(data -> data.remove("quantity")),
  IMPOSSIBLE_QUANTITY(data -> data.put("quantity", -3));

  /** Where the flaw is. */
  public enum Place {
    PUSH,
    STATEMENT,
    BOTH;

    /** Any of them. */
    public static Place some(RandomGenerator random) {
      return values()[random.nextInt(values().length)];
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda that holds nothing
  private final Consumer<ObjectNode> spoiling;

  Flaw(Consumer<ObjectNode> spoiling) {
    this.spoiling = spoiling;
  }

  /** Any of them. */
  public static Flaw some(RandomGenerator random) {
    return values()[random.nextInt(values().length)];
  }

  /** Puts the flaw into the {@code data} object of a payment. */
  void spoil(ObjectNode data) {
    spoiling.accept(data);
  }

  private static ObjectNode payer(ObjectNode data) {
    return data.withObjectProperty("payer");
  }

  private static String name(ObjectNode data) {
    return payer(data).path("name").asText();
  }

  private static void name(ObjectNode data, String flawed) {
    payer(data).put("name", flawed);
  }

  private static String address(ObjectNode data) {
    return payer(data).path("email").asText();
  }

  private static void address(ObjectNode data, String flawed) {
    payer(data).put("email", flawed);
  }
}
