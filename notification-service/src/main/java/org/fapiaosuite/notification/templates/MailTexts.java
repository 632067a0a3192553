package org.fapiaosuite.notification.templates;

import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns facts into the words of a mail. */
@ApplicationScoped
public class MailTexts {
  private final Engine engine;
  private final SenderConfig sender;
  private final LinkConfig links;
  private final Map<Language, Footer> footers = new ConcurrentHashMap<>();

  MailTexts(Engine engine, SenderConfig sender, LinkConfig links) {
    this.engine = engine;
    this.sender = sender;
    this.links = links;
  }

  /** A missing template is found when the service starts, not when a customer waits for a mail. */
  void check(@Observes StartupEvent event) {
    for (MailKind kind : MailKind.values()) {
      for (Language language : Language.values()) {
        template(kind.template(language));
      }
    }
  }

  /**
   * Writes one mail.
   *
   * @param locale the reader's language, null when unknown: Chinese above English then
   * @param secret the secret of the kind's {@link MailKind#secret}, null where there is none
   */
  public WrittenMail write(
      MailKind kind, @Nullable String locale, Facts facts, @Nullable String secret) {
    List<Language> languages = Language.of(locale);
    List<String> subjects = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (Language language : languages) {
      Template template = template(kind.template(language));
      MailView mail = new MailView(facts, secret, sender, links, language);
      subjects.add(PlainText.line(template.getFragment("subject").data("mail", mail).render()));
      String body = template.data("mail", mail).render();
      sections.add(new Section(language.tag(), new RawString(body), footer(language)));
    }
    String from =
        languages.get(0) == Language.CHINESE ? sender.name().chinese() : sender.name().latin();
    String subject = String.join(" / ", subjects);
    String html =
        template("mail/layout")
            .data("subject", subject)
            .data("sections", sections)
            .data("sender", from)
            .render();
    String text =
        sections.stream()
            .map(s -> PlainText.of(s.body().getValue()) + "\n--\n" + s.footer().text())
            .collect(Collectors.joining("\n" + "=".repeat(30) + "\n\n"));
    return new WrittenMail(from, subject, text, html, languages.get(0).tag());
  }

  /** Says the same in every mail of a language. */
  private Footer footer(Language language) {
    return footers.computeIfAbsent(
        language,
        l -> {
          MailView mail = new MailView(FactsJson.read("{}"), null, sender, links, l);
          String html = template("mail/footer/" + l.tag()).data("mail", mail).render();
          return new Footer(new RawString(html), PlainText.of(html));
        });
  }

  private Template template(String id) {
    Template template = engine.getTemplate(id);
    if (template == null) {
      throw new IllegalStateException("template is missing: " + id);
    }
    return template;
  }

  /**
   * One language's share of a mail.
   *
   * @param language BCP 47
   * @param body HTML, escaped already
   * @param footer says the same in every mail of the language
   */
  public record Section(String language, RawString body, Footer footer) {}

  /**
   * The foot of a mail.
   *
   * @param html escaped already
   * @param text the same as plain text
   */
  public record Footer(RawString html, String text) {}

  /**
   * A mail in words.
   *
   * @param from the sender's name
   * @param language BCP 47, the first one of the mail
   */
  public record WrittenMail(
      String from, String subject, String text, String html, String language) {}
}
