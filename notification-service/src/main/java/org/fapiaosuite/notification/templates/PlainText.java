package org.fapiaosuite.notification.templates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain text that says what a rendered template says. Knows the few elements the templates use,
 * so that nobody writes every mail twice and the two parts never differ.
 */
final class PlainText {
  private static final Pattern TOKEN = Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>|[^<]+|<");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

  private PlainText() {}

  /** The text of an HTML body: paragraphs apart by an empty line, the address after each link. */
  static String of(String html) {
    StringBuilder text = new StringBuilder(html.length() / 2);
    String link = "";
    boolean afterFact = false;
    Matcher tokens = TOKEN.matcher(html);
    while (tokens.find()) {
      String element = tokens.group(2);
      boolean end = "/".equals(tokens.group(1));
      if (element == null) {
        append(text, unescape(tokens.group()));
        continue;
      }
      switch (element) {
        case "h1", "p", "div", "table" -> {
          boolean fact = tokens.group(3).contains("class=\"fact\"");
          if (!end) {
            breakLine(text, fact && afterFact ? 1 : 2);
            afterFact = fact;
          }
        }
        case "br", "li", "tr" -> breakLine(text, 1);
        case "td", "th" -> {
          if (!end && text.charAt(text.length() - 1) != '\n') {
            text.append(" | ");
          }
        }
        case "a" -> {
          if (end) {
            breakLine(text, 1);
            text.append(link);
          } else {
            Matcher href = HREF.matcher(tokens.group(3));
            link = href.find() ? unescape(href.group(1)) : "";
          }
        }
        default -> {
          // inline, changes nothing
        }
      }
      if (element.equals("li") && !end) {
        text.append("- ");
      }
    }
    return text.toString().strip() + "\n";
  }

  /** A subject line: the text of a fragment, blanks collapsed. */
  static String line(String html) {
    return BLANKS.matcher(unescape(html)).replaceAll(" ").strip();
  }

  private static void append(StringBuilder text, String run) {
    String words = BLANKS.matcher(run).replaceAll(" ");
    boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(atStart ? words.stripLeading() : words);
  }

  private static void breakLine(StringBuilder text, int wanted) {
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
