package org.fapiaosuite.local.mailbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The pages for people: a list, newest first, and one mail. They work on a phone. Whatever a mail
 * says is text here, in a direction of its own.
 */
final class Pages {
  /** The mail's HTML has no scripts and no name of its own; its links replace this page. */
  static final String SANDBOX =
      "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

  private static final int SUBJECT_IN_LIST = 200;
  private static final int SUBJECT = 2_000;
  private static final int RECIPIENTS = 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/mailbox.css">
      <title>%s</title>
      </head>
      <body>
      %s
      </body>
      </html>
      """;

  private Pages() {}

  /**
   * A page of the list.
   *
   * @param recipient whose mails these are; empty for everybody's
   * @param first whether there are no newer ones
   * @param older whether there are older ones
   */
  static String list(List<Summary> mails, int all, String recipient, boolean first, boolean older) {
    StringBuilder items = new StringBuilder();
    mails.forEach(mail -> items.append(item(mail)));
    String to = "?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    String newest = first ? "" : "<a href=\"/" + to + "\">Newest</a>";
    String next = older ? "<a href=\"/" + to + "&amp;before=" + last(mails) + "\">Older</a>" : "";
    String nothing = mails.isEmpty() ? "<p>No mail" + (first ? " yet" : "") + ".</p>" : "";
    String body =
        """
        <h1>Mailbox</h1>
        <form><input name="to" type="search" aria-label="Recipient" placeholder="Recipient"
         value="%s"><button>Show</button></form>
        <p class="quiet">Newest first, of %d mails of everybody. Nothing leaves this machine.</p>
        %s<ol>
        %s</ol>
        <nav><span>%s</span><span>%s</span></nav>
        """;
    return FRAME.formatted(
        "Mailbox", body.formatted(escaped(recipient), all, nothing, items, newest, next));
  }

  private static String last(List<Summary> mails) {
    return mails.get(mails.size() - 1).id();
  }

  private static String item(Summary mail) {
    return """
        <li><a href="/mails/%s"><div class="subject"><bdi>%s</bdi></div>
        <div class="quiet">to <bdi>%s</bdi> · %s</div></a></li>
        """
        .formatted(
            mail.id(),
            subject(mail.subject(), SUBJECT_IN_LIST),
            recipients(mail.to()),
            TIME.format(mail.receivedAt()));
  }

  static String one(Mail mail) {
    String text =
        mail.text() == null ? "" : "<pre dir=\"auto\">" + escaped(mail.text()) + "</pre>\n";
    String shown = mail.html() == null ? text : frame(mail) + details("Text", text);
    String body =
        """
        <nav><a href="/">All mails</a></nav>
        <h1><bdi>%s</bdi></h1>
        <dl>
        <dt>From</dt><dd><bdi>%s</bdi></dd>
        <dt>To</dt><dd><bdi>%s</bdi></dd>
        <dt>Received</dt><dd>%s</dd>
        %s</dl>
        %s%s<p><a href="/mails/%s/source">Source</a></p>
        """;
    return FRAME.formatted(
        subject(mail.subject(), SUBJECT_IN_LIST),
        body.formatted(
            subject(mail.subject(), SUBJECT),
            escaped(mail.from()),
            recipients(mail.to()),
            TIME.format(Instant.parse(mail.receivedAt())),
            attachments(mail),
            shown,
            details("Headers", headers(mail)),
            mail.id()));
  }

  private static String frame(Mail mail) {
    return "<iframe title=\"Mail\" sandbox=\"%s\" src=\"/mails/%s/body\"></iframe>\n"
        .formatted(SANDBOX, mail.id());
  }

  private static String details(String summary, String content) {
    return "<details><summary>" + summary + "</summary>" + content + "</details>\n";
  }

  private static String headers(Mail mail) {
    StringBuilder headers = new StringBuilder("<pre>");
    mail.headers()
        .forEach((name, value) -> headers.append(escaped(name) + ": " + escaped(value) + "\n"));
    return headers.append("</pre>").toString();
  }

  private static String attachments(Mail mail) {
    StringBuilder attachments = new StringBuilder();
    for (int i = 0; i < mail.attachments().size(); i++) {
      Mail.Attachment attachment = mail.attachments().get(i);
      attachments.append(
          "<dt>Attachment</dt><dd><a href=\"/mails/%s/attachments/%d\"><bdi>%s</bdi></a> %d B</dd>\n"
              .formatted(mail.id(), i, escaped(attachment.name()), attachment.size()));
    }
    return attachments.toString();
  }

  /** What the frame shows; a link replaces the whole page. */
  static String body(Mail mail) {
    String html = mail.html() == null ? "" : mail.html();
    String base = "<base target=\"_top\">";
    int head = html.toLowerCase(Locale.ROOT).indexOf("<head>");
    // Before the doctype it would make browsers fall back to their oldest manners.
    return head < 0
        ? "<!doctype html>" + base + html
        : html.substring(0, head + "<head>".length())
            + base
            + html.substring(head + "<head>".length());
  }

  private static String recipients(List<String> to) {
    String some = String.join(", ", to.subList(0, Math.min(RECIPIENTS, to.size())));
    return escaped(some) + (to.size() > RECIPIENTS ? " and " + (to.size() - RECIPIENTS) : "");
  }

  /** In characters as people count them, or nearly: an emoji is not cut in two. */
  private static String subject(String subject, int most) {
    if (subject.isBlank()) {
      return "(no subject)";
    }
    boolean tooLong = subject.codePointCount(0, subject.length()) > most;
    return tooLong
        ? escaped(subject.substring(0, subject.offsetByCodePoints(0, most))) + "…"
        : escaped(subject);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
