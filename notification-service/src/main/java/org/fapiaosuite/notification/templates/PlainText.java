package org.fapiaosuite.notification.templates;

/**
 * The plain text that says what a rendered template says. Knows the few elements the templates use,
 * so that nobody writes every mail twice and the two parts never differ.
 */
final class PlainText {
  private final StringBuilder text;
  private String link = "";
  private boolean afterFact;

  private PlainText(int length) {
    text = new StringBuilder(length);
  }

  /** The text of an HTML body: paragraphs apart by an empty line, the address after each link. */
  static String of(String html) {
    PlainText text = new PlainText(html.length() / 2);
    int from = 0;
    while (from < html.length()) {
      int open = html.indexOf('<', from);
      int close = open < 0 ? -1 : html.indexOf('>', open);
      if (close < 0) {
        text.words(html.substring(from));
        break;
      }
      text.words(html.substring(from, open));
      text.tag(html.substring(open + 1, close));
      from = close + 1;
    }
    return text.text.toString().strip() + "\n";
  }

  /** A subject line: the text of a fragment, blanks collapsed. */
  static String line(String html) {
    return collapsed(unescape(html)).strip();
  }

  private void tag(String tag) {
    boolean end = tag.startsWith("/");
    int start = end ? 1 : 0;
    int to = start;
    while (to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
      to++;
    }
    String element = tag.substring(start, to);
    switch (element) {
      case "h1", "p", "div", "table" -> {
        if (!end) {
          boolean fact = tag.contains("class=\"fact\"");
          breakLine(fact && afterFact ? 1 : 2);
          afterFact = fact;
        }
      }
      case "br", "tr" -> breakLine(1);
      case "li" -> {
        breakLine(1);
        if (!end) {
          text.append("- ");
        }
      }
      case "td", "th" -> {
        if (!end && text.charAt(text.length() - 1) != '\n') {
          text.append(" | ");
        }
      }
      case "a" -> {
        if (end) {
          breakLine(1);
          text.append(link);
        } else {
          link = unescape(attribute(tag, "href"));
        }
      }
      default -> {
        // inline, changes nothing
      }
    }
  }

  private static String attribute(String tag, String name) {
    int start = tag.indexOf(name + "=\"");
    if (start < 0) {
      return "";
    }
    int from = start + name.length() + 2;
    int to = tag.indexOf('"', from);
    return to < 0 ? "" : tag.substring(from, to);
  }

  private void words(String run) {
    String words = collapsed(unescape(run));
    boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(atStart ? words.stripLeading() : words);
  }

  /** Blanks in a row are one, as a browser shows them. */
  private static String collapsed(String run) {
    StringBuilder words = new StringBuilder(run.length());
    boolean inBlanks = false;
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank) {
        words.append(c);
      } else if (!inBlanks) {
        words.append(' ');
      }
      inBlanks = blank;
    }
    return words.toString();
  }

  private void breakLine(int wanted) {
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == ' ') {
      length--;
    }
    text.setLength(length);
    if (length == 0) {
      return;
    }
    int present = 0;
    while (present < length && text.charAt(length - 1 - present) == '\n') {
      present++;
    }
    text.append("\n".repeat(Math.max(0, wanted - present)));
  }

  private static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
