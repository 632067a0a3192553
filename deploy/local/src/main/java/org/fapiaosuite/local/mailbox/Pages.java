package org.fapiaosuite.local.mailbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The pages for people: a list, newest first, and one mail. They work on a phone. */
final class Pages {
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
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, "Noto Sans SC", sans-serif; max-width: 60rem;
        margin: 0 auto; padding: 1rem; }
      a { color: inherit; text-decoration: none; display: block; }
      h1 { font-size: 1.3rem; overflow-wrap: anywhere; }
      ol { list-style: none; padding: 0; margin: 0; }
      li { border-top: 1px solid #8885; }
      li a { padding: .6rem .2rem; }
      li a:hover, li a:focus { background: #8882; }
      .subject { font-weight: 600; overflow-wrap: anywhere; }
      .small, dl, summary { color: #777; font-size: .875rem; overflow-wrap: anywhere; }
      dt { float: left; clear: left; margin-right: .5rem; }
      dd { margin: 0; }
      dd a, .back { text-decoration: underline; display: inline; }
      iframe { width: 100%%; height: 70vh; border: 1px solid #8885; background: #fff;
        color-scheme: light; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      form { display: flex; gap: .5rem; margin-bottom: 1rem; }
      input { font: inherit; flex: 1; min-width: 0; padding: .3rem; }
      button { font: inherit; }
      </style>
      </head>
      <body>
      %s
      </body>
      </html>
      """;

  private Pages() {}

  static String list(List<Mail> mails, String recipient) {
    StringBuilder items = new StringBuilder();
    int shown = 0;
    for (int i = mails.size() - 1; i >= 0; i--) {
      Mail mail = mails.get(i);
      if (recipient.isBlank() || mail.to().stream().anyMatch(recipient.strip()::equalsIgnoreCase)) {
        shown++;
        items
            .append("<li><a href=\"/mails/" + mail.id() + "\"><div class=\"subject\">")
            .append(escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()))
            .append("</div><div class=\"small\">to " + escaped(String.join(", ", mail.to())))
            .append(" · " + time(mail) + "</div></a></li>\n");
      }
    }
    String body =
        """
        <h1>Mailbox</h1>
        <form><input name="to" type="search" aria-label="Recipient" placeholder="Recipient"
         value="%s"><button>Show</button></form>
        <p class="small">%d mails, newest first. Nothing leaves this machine.</p>
        <ol>
        %s</ol>
        """;
    return FRAME.formatted("Mailbox", body.formatted(escaped(recipient), shown, items));
  }

  static String one(Mail mail) {
    StringBuilder attachments = new StringBuilder();
    for (int i = 0; i < mail.attachments().size(); i++) {
      Mail.Attachment attachment = mail.attachments().get(i);
      attachments
          .append("<dt>Attachment</dt><dd><a href=\"/mails/" + mail.id() + "/attachments/" + i)
          .append("\">" + escaped(attachment.name()) + "</a> " + attachment.size() + " B</dd>\n");
    }
    StringBuilder headers = new StringBuilder();
    mail.headers().forEach((name, value) -> headers.append(name).append(": ").append(value + "\n"));
    String text = mail.text() == null ? "" : "<pre>" + escaped(mail.text()) + "</pre>";
    String frame =
        "<iframe title=\"Mail\" src=\"/mails/"
            + mail.id()
            + "/body\"></iframe>\n"
            + "<details><summary>As text</summary>"
            + text
            + "</details>";
    String body =
        """
        <p><a class="back" href="/">All mails</a></p>
        <h1>%s</h1>
        <dl>
        <dt>From</dt><dd>%s</dd>
        <dt>To</dt><dd>%s</dd>
        <dt>Received</dt><dd>%s</dd>
        %s</dl>
        %s
        <details><summary>Headers</summary><pre>%s</pre></details>
        """;
    return FRAME.formatted(
        escaped(mail.subject()),
        body.formatted(
            escaped(mail.subject()),
            escaped(mail.from()),
            escaped(String.join(", ", mail.to())),
            time(mail),
            attachments,
            mail.html() == null ? text : frame,
            escaped(headers.toString())));
  }

  /** What the frame shows; a link replaces the whole page. */
  static String body(Mail mail) {
    return "<base target=\"_top\">" + (mail.html() == null ? "" : mail.html());
  }

  private static String time(Mail mail) {
    return TIME.format(Instant.parse(mail.receivedAt()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
