package org.fapiaosuite.testkit.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fapiaosuite.testkit.openapi.Markup;

/**
 * Makes a page of the guide: without a script, so that any browser shows it. The guide is Markdown,
 * as little of it as it needs: headings, paragraphs, lists, tables, and fenced blocks, which are
 * {@code sh} for commands, {@code output} for what they print, {@code quote <file> <function>} for
 * a function out of the example's sources, or anything else for what is only to be read.
 */
public final class GuidePage {

  private static final String FENCE = "```";

  private final Path quoted;
  private final StringBuilder contents = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private String title = "";

  private GuidePage(Path quoted) {
    this.quoted = quoted;
  }

  /** Writes the page: {@code <file to write> <guide.md> <folder of what is quoted>}. */
  public static void main(String... arguments) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(arguments[1]));
    Files.writeString(Path.of(arguments[0]), of(lines, Path.of(arguments[2])));
  }

  static String of(List<String> guide, Path quoted) throws IOException {
    GuidePage page = new GuidePage(quoted);
    page.read(guide.iterator());
    return template()
        .replace("__TITLE__", Markup.escaped(page.title))
        .replace("__CONTENTS__", page.contents)
        .replace("__GUIDE__", page.html);
  }

  private static String template() {
    try (InputStream in = GuidePage.class.getResourceAsStream("guide.html")) {
      if (in == null) {
        throw new IllegalStateException("guide.html is not packaged");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Iterator<String> lines) throws IOException {
    List<String> text = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith(FENCE)) {
        flush(text);
        block(line.substring(FENCE.length()).strip(), fenced(lines));
      } else if (line.startsWith("#")) {
        flush(text);
        heading(line);
      } else {
        text.add(line);
      }
    }
    flush(text);
  }

  private static String fenced(Iterator<String> lines) {
    List<String> fenced = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals(FENCE)) {
        return String.join("\n", fenced);
      }
      fenced.add(line);
    }
    throw new IllegalArgumentException("a fence is not closed: " + fenced);
  }

  private void heading(String line) {
    String words = line.replaceFirst("^#+ ", "");
    if (line.startsWith("# ")) {
      title = words;
    } else if (line.startsWith("## ")) {
      String anchor = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      contents.append("<li><a href=\"#%s\">%s</a></li>\n".formatted(anchor, Markup.inline(words)));
      html.append("<h2 id=\"%s\">%s</h2>\n".formatted(anchor, Markup.inline(words)));
    } else {
      html.append("<h3>%s</h3>\n".formatted(Markup.inline(words)));
    }
  }

  /** Wide ones scroll, so the keyboard has to reach them. */
  private void block(String kind, String content) throws IOException {
    String[] words = kind.split(" ", -1);
    boolean quote = words[0].equals("quote");
    String shown = quote ? Quote.of(quoted.resolve(words[1]), words[2]) : content;
    if (quote) {
      html.append("<p class=\"source\"><code>%s</code></p>\n".formatted(Markup.escaped(words[1])));
    }
    html.append(
        "<pre class=\"%s\" tabindex=\"0\"><code>%s</code></pre>\n"
            .formatted(Markup.escaped(words[0]), Markup.escaped(shown)));
  }

  private void flush(List<String> text) {
    for (String part : String.join("\n", text).split("\\n\\s*\\n", -1)) {
      html.append(part.strip().startsWith("|") ? table(part.strip()) : Markup.blocks(part));
    }
    text.clear();
  }

  private static String table(String part) {
    List<List<String>> rows = part.lines().map(GuidePage::cells).toList();
    String head =
        rows.get(0).stream()
            .map(cell -> "<th scope=\"col\">" + Markup.inline(cell))
            .collect(Collectors.joining());
    String body =
        rows.stream()
            .skip(2) // the head, and the line below it
            .map(
                cells ->
                    cells.stream()
                        .map(cell -> "<td>" + Markup.inline(cell))
                        .collect(Collectors.joining("", "<tr>", "\n")))
            .collect(Collectors.joining());
    return "<div class=\"wide\" tabindex=\"0\"><table>\n<tr>"
        + head
        + "\n"
        + body
        + "</table></div>\n";
  }

  private static List<String> cells(String row) {
    String inner = row.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
