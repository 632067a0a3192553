package org.fapiaosuite.local.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /messages?to=<address>}, {@code DELETE /messages}, {@code GET /messages/<id>} as JSON,
 * and the same for people at {@code /}.
 */
final class MailboxHttp {
  private static final Pattern ONE = Pattern.compile("/(messages|mails)/(\\d{1,18})(/body)?");
  private static final Pattern ATTACHMENT =
      Pattern.compile("/mails/(\\d{1,18})/attachments/(\\d{1,4})");

  /** The HTML of a mail is a stranger's: no script, nothing fetched, links open on a click only. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " sandbox allow-popups allow-popups-to-escape-sandbox"
          + " allow-top-navigation-by-user-activation";

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src 'self'";

  private final HttpServer server;
  private final Mails mails;
  private final ObjectMapper json = new ObjectMapper();

  MailboxHttp(int port, Mails mails) throws IOException {
    this.mails = mails;
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
      String path = exchange.getRequestURI().getPath();
      switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> get(exchange, path);
        case "DELETE" -> delete(exchange, path);
        default -> answer(exchange, 405, "text/plain", "Method not allowed");
      }
    } catch (RuntimeException e) {
      System.err.println("Request failed: " + e);
      throw e;
    }
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    Matcher one = ONE.matcher(path);
    Matcher attachment = ATTACHMENT.matcher(path);
    if (path.equals("/")) {
      page(exchange, Pages.list(mails.all(), query(exchange.getRequestURI(), "to").orElse("")));
    } else if (path.equals("/messages")) {
      Optional<String> to = query(exchange.getRequestURI(), "to");
      json(exchange, to.map(mails::to).orElseGet(mails::all));
    } else if (one.matches()) {
      Optional<Mail> mail = mails.find(Long.parseLong(one.group(2)));
      if (mail.isEmpty()) {
        answer(exchange, 404, "text/plain", "No such mail");
      } else if (one.group(1).equals("messages")) {
        json(exchange, mail.get());
      } else if (one.group(3) == null) {
        page(exchange, Pages.one(mail.get()));
      } else {
        exchange.getResponseHeaders().set("Content-Security-Policy", MAIL_POLICY);
        answer(exchange, 200, "text/html", Pages.body(mail.get()));
      }
    } else if (attachment.matches()) {
      attachment(exchange, attachment);
    } else {
      answer(exchange, 404, "text/plain", "No such page");
    }
  }

  private void delete(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/messages")) {
      mails.deleteAll();
      exchange.sendResponseHeaders(204, -1);
    } else {
      answer(exchange, 404, "text/plain", "No such page");
    }
  }

  private void attachment(HttpExchange exchange, Matcher path) throws IOException {
    int number = Integer.parseInt(path.group(2));
    Optional<Mail.Attachment> found =
        mails
            .find(Long.parseLong(path.group(1)))
            .filter(mail -> number < mail.attachments().size())
            .map(mail -> mail.attachments().get(number));
    if (found.isEmpty()) {
      answer(exchange, 404, "text/plain", "No such attachment");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange
        .getResponseHeaders()
        .set("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(found.get().name()));
    send(exchange, 200, Base64.getDecoder().decode(found.get().content()));
  }

  private void json(HttpExchange exchange, Object value) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    send(exchange, 200, json.writeValueAsBytes(value));
  }

  private static void page(HttpExchange exchange, String html) throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", PAGE_POLICY);
    answer(exchange, 200, "text/html", html);
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Optional<String> query(URI uri, String name) {
    String raw = uri.getRawQuery();
    if (raw == null) {
      return Optional.empty();
    }
    for (String pair : raw.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        // A plus sign is part of many addresses; scripts do not bother to escape it.
        String value = pair.substring(name.length() + 1).replace("+", "%2B");
        return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
