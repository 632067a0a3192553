package org.fapiaosuite.testkit.openapi;

import java.util.regex.Pattern;

/** The little Markdown that our texts use, as HTML; whatever else stands there is text. */
public final class Markup {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern EMPHASIS = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]+)]\\(((?:https?://|/|#)[^)\\s]*)\\)");
  private static final String ITEM = "- ";
  private static final Pattern NUMBERED = Pattern.compile("\\d+\\. .*");

  private Markup() {}

  /** Paragraphs, lists and headings. */
  public static String blocks(String text) {
    StringBuilder html = new StringBuilder();
    for (String block : text.strip().split("\\n\\s*\\n", -1)) {
      if (block.startsWith("## ")) {
        html.append("<h3>").append(inline(block.substring(3))).append("</h3>\n");
      } else if (block.startsWith(ITEM)) {
        html.append(list("ul", block, "(?m)^- "));
      } else if (NUMBERED.matcher(block.lines().findFirst().orElse("")).matches()) {
        html.append(list("ol", block, "(?m)^\\d+\\. "));
      } else if (!block.isBlank()) {
        html.append("<p>").append(inline(block)).append("</p>\n");
      }
    }
    return html.toString();
  }

  private static String list(String tag, String block, String bullet) {
    StringBuilder html = new StringBuilder("<" + tag + ">\n");
    for (String item : block.split(bullet, -1)) {
      if (!item.isBlank()) {
        html.append("<li>").append(inline(item.strip())).append("</li>\n");
      }
    }
    return html.append("</").append(tag).append(">\n").toString();
  }

  /** Within a line. */
  public static String inline(String text) {
    String html = CODE.matcher(escaped(text)).replaceAll("<code>$1</code>");
    html = LINK.matcher(html).replaceAll("<a href=\"$2\">$1</a>");
    html = STRONG.matcher(html).replaceAll("<strong>$1</strong>");
    return EMPHASIS.matcher(html).replaceAll("<em>$1</em>");
  }

  /** Text as it is. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
