package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that reached the SMTP server. */
record Mailbox(Http http) {

  /** One mail as it was received. */
  record Mail(String id, String subject, String text, String html, JsonNode headers) {
    /** The value of a parameter in the fragment of the mail's link to a page. */
    String linkParameter(String page, String parameter) {
      Matcher link = Pattern.compile(Pattern.quote(page) + "#(\\S+)").matcher(text);
      if (link.find()) {
        for (String pair : link.group(1).split("&")) {
          if (pair.startsWith(parameter + "=")) {
            return URLDecoder.decode(pair.substring(parameter.length() + 1), UTF_8);
          }
        }
      }
      throw new AssertionError("no link to " + page + " with " + parameter + " in: " + text);
    }

    String messageId() {
      return headers.path("Message-ID").asText();
    }
  }

  List<Mail> to(String address) {
    List<Mail> mails = new ArrayList<>();
    for (JsonNode mail :
        http.get("/messages?to=" + URLEncoder.encode(address, UTF_8)).expect(200).json()) {
      mails.add(
          new Mail(
              mail.path("id").asText(),
              mail.path("subject").asText(),
              mail.path("text").asText(),
              mail.path("html").asText(),
              mail.path("headers")));
    }
    return mails;
  }

  /** Who got the newest mails, as often as there are mails. */
  List<String> recipients(int newest) {
    List<String> recipients = new ArrayList<>();
    for (JsonNode mail : http.get("/messages?limit=" + newest).expect(200).json()) {
      mail.path("to").forEach(to -> recipients.add(to.asText()));
    }
    return recipients;
  }

  /** Waits for a mail to the address that the test describes. */
  Mail awaitMail(String address, String description, Predicate<Mail> wanted) {
    return await(description + " to " + address)
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> to(address).stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
        .orElseThrow();
  }
}
