package org.fapiaosuite.gateway.securitytxt;

import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.visit.Visit;

/** The file {@code security.txt} of whoever runs the suite. */
@ApplicationScoped
public class SecurityTxt {

  /** Where RFC 9116, section 3, puts it. */
  public static final String PATH = "/.well-known/security.txt";

  private static final Set<String> SCHEMES = Set.of("mailto", "https", "tel");

  /** Less than a year is recommended (section 2.5.5); each answer begins the time anew. */
  private static final int VALID_DAYS = 180;

  private final Clock clock;
  private final List<URI> contacts;

  SecurityTxt(Clock clock, SecurityTxtConfig config) {
    this.clock = clock;
    contacts = config.contacts().orElse(List.of());
    contacts.forEach(SecurityTxt::demandContact);
  }

  private static void demandContact(URI contact) {
    if (contact.getScheme() == null || !SCHEMES.contains(contact.getScheme())) {
      throw new IllegalStateException(
          "fapiao.gateway.security-txt.contacts: not a mailto:, https: or tel: address: "
              + contact);
    }
  }

  /** Whether whoever runs the suite has said whom to tell. */
  public boolean exists() {
    return !contacts.isEmpty();
  }

  /** Answers a GET or HEAD for {@link #PATH}. */
  public void answer(Visit visit) {
    if (!exists()) {
      visit.refuse(Problem.NOT_FOUND);
      return;
    }
    visit
        .request()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
        .end(text());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    contacts.forEach(contact -> text.append("Contact: ").append(contact).append('\n'));
    return text.append("Expires: ")
        .append(LocalDate.now(clock).plusDays(VALID_DAYS))
        .append("T00:00:00Z\nPreferred-Languages: zh, en, de\n")
        .toString();
  }
}
