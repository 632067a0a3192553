package org.fapiaosuite.local.mailbox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * {@code GET /messages?to=<address>&limit=<1..1000>&before=<id>}, {@code DELETE /messages}, {@code
 * GET /messages/<id>} as JSON, and the same for people at {@code /}.
 *
 * <p>The list is an array of the newest mails, oldest first: 500 when no limit is asked for. Where
 * there are older ones, the header {@code Link} with {@code rel="next"} names their address.
 */
final class MailboxHttp {
  private static final Pattern ONE =
      Pattern.compile("/(messages|mails)/(\\d{1,18})(/body|/source)?");
  private static final Pattern ATTACHMENT =
      Pattern.compile("/mails/(\\d{1,18})/attachments/(\\d{1,4})");

  private static final int ON_A_PAGE = 50;
  private static final int LIMIT = 500;
  private static final int MOST = 1_000;

  private final HttpServer server;
  private final Mails mails;
  private final ObjectMapper json = new ObjectMapper();
  private final byte[] style;

  MailboxHttp(int port, Mails mails) throws IOException {
    this.mails = mails;
    try (InputStream css = MailboxHttp.class.getResourceAsStream("mailbox.css")) {
      style = css == null ? new byte[0] : css.readAllBytes();
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::handle);
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(new Answer(exchange));
    } catch (RuntimeException e) {
      System.err.println("Request failed: " + e);
      throw e;
    }
  }

  private void answer(Answer answer) throws IOException {
    URI asked = answer.exchange().getRequestURI();
    try {
      switch (answer.exchange().getRequestMethod()) {
        case "GET", "HEAD" -> get(answer, asked.getPath(), Query.of(asked));
        case "DELETE" -> delete(answer, asked.getPath());
        default -> answer.text(405, "Method not allowed");
      }
    } catch (IllegalArgumentException notUnderstood) {
      answer.text(400, String.valueOf(notUnderstood.getMessage()));
    }
  }

  private void get(Answer answer, String path, Query query) throws IOException {
    Matcher one = ONE.matcher(path);
    Matcher attachment = ATTACHMENT.matcher(path);
    switch (path) {
      case "/" -> list(answer, query);
      case "/messages" -> messages(answer, query);
      case "/mailbox.css" -> answer.send("text/css; charset=utf-8", Answer.NOTHING, style);
      default -> {
        if (attachment.matches()) {
          attachment(answer, attachment);
        } else if (one.matches()) {
          one(answer, one);
        } else {
          answer.text(404, "No such page");
        }
      }
    }
  }

  private void list(Answer answer, Query query) throws IOException {
    long before = before(query);
    String to = query.text("to");
    long[] ids = ids(before, ON_A_PAGE + 1, to, !to.isEmpty());
    List<Summary> shown =
        LongStream.of(ids)
            .limit(ON_A_PAGE)
            .mapToObj(mails::summary)
            .flatMap(Optional::stream)
            .toList();
    boolean older = ids.length > ON_A_PAGE && !shown.isEmpty();
    answer.page(Pages.list(shown, mails.size(), to, before == Long.MAX_VALUE, older));
  }

  /** One mail after the other, so that a long list takes no more memory than a short one. */
  private void messages(Answer answer, Query query) throws IOException {
    int limit = (int) query.number("limit", 1, MOST, LIMIT);
    String to = query.text("to");
    // A script whose variable is empty does not mean everybody.
    long[] ids = ids(before(query), limit + 1, to, query.has("to"));
    int shown = Math.min(ids.length, limit);
    if (ids.length > limit) {
      String theirs = query.has("to") ? "to=" + encoded(to) + "&" : "";
      answer.next("/messages?%slimit=%d&before=%d".formatted(theirs, limit, ids[limit - 1]));
    }
    answer.stream(
        "application/json",
        out -> {
          try (JsonGenerator array = json.createGenerator(out)) {
            array.writeStartArray();
            for (int i = shown - 1; i >= 0; i--) {
              Optional<Mail> mail = mails.find(ids[i]);
              if (mail.isPresent()) {
                json.writeValue(array, mail.get());
              }
            }
            array.writeEndArray();
          }
        });
  }

  private long[] ids(long before, int most, String to, boolean onlyTheirs) {
    return onlyTheirs ? mails.before(before, most, to) : mails.before(before, most);
  }

  private static long before(Query query) {
    return query.number("before", 0, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private void one(Answer answer, Matcher path) throws IOException {
    long id = Long.parseLong(path.group(2));
    String part = path.group(3) == null ? "" : path.group(3);
    if (part.equals("/source")) {
      source(answer, id);
      return;
    }
    Optional<Mail> mail = mails.find(id);
    if (mail.isEmpty()) {
      answer.text(404, "No such mail");
    } else if (path.group(1).equals("messages")) {
      answer.send("application/json", Answer.NOTHING, json.writeValueAsBytes(mail.get()));
    } else if (part.isEmpty()) {
      answer.page(Pages.one(mail.get()));
    } else {
      answer.mail(Pages.body(mail.get()));
    }
  }

  private void source(Answer answer, long id) throws IOException {
    Optional<InputStream> source = mails.source(id);
    if (source.isEmpty()) {
      answer.text(404, "No such mail");
      return;
    }
    try (InputStream mail = source.get()) {
      answer.stream("text/plain; charset=utf-8", mail::transferTo);
    }
  }

  private void delete(Answer answer, String path) throws IOException {
    if (path.equals("/messages")) {
      mails.deleteAll();
      answer.nothing();
    } else {
      answer.text(404, "No such page");
    }
  }

  private void attachment(Answer answer, Matcher path) throws IOException {
    int number = Integer.parseInt(path.group(2));
    Optional<Mail.Attachment> found =
        mails
            .find(Long.parseLong(path.group(1)))
            .filter(mail -> number < mail.attachments().size())
            .map(mail -> mail.attachments().get(number));
    if (found.isEmpty()) {
      answer.text(404, "No such attachment");
    } else {
      answer.file(encoded(found.get().name()), Base64.getDecoder().decode(found.get().content()));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
