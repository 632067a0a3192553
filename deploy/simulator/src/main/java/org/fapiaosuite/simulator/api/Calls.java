package org.fapiaosuite.simulator.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fapiaosuite.simulator.Json;
import org.fapiaosuite.simulator.Platform;
import org.fapiaosuite.simulator.deliveries.Faults;
import org.fapiaosuite.simulator.deliveries.Push;
import org.fapiaosuite.simulator.orders.Entry;
import org.fapiaosuite.simulator.orders.Fen;
import org.fapiaosuite.simulator.statements.Statement;

/** Every call the platform understands. */
public final class Calls {

  private static final int MOST_AT_ONCE = 100_000;

  private final Platform platform;

  public Calls(Platform platform) {
    this.platform = platform;
  }

  Answer answer(String method, URI uri, byte[] body) {
    String path = uri.getPath();
    try {
      if (path.startsWith("/statements/")) {
        return statement(method, path.substring("/statements/".length()), body);
      }
      if (path.startsWith("/orders/") && method.equals("GET")) {
        return order(path.substring("/orders/".length()));
      }
      return switch (method + " " + path) {
        case "GET /", "GET /health" -> Answer.json(200, Json.object().put("status", "UP"));
        case "POST /orders" -> pay(Json.readObject(body));
        case "GET /orders" -> orders();
        case "POST /orders/bulk" -> payMany(Json.readObject(body));
        case "POST /refunds" -> Answer.json(201, platform.refund(Json.readObject(body)));
        case "POST /pushes" -> Answer.json(202, Json.object().put("id", platform.pushRaw(body)));
        case "GET /deliveries" -> deliveries(Optional.ofNullable(uri.getQuery()).orElse(""));
        case "GET /faults" -> Answer.json(200, platform.faults());
        case "POST /faults" -> behave(Json.readObject(body));
        default -> Answer.problem(404, "there is no " + method + " " + path);
      };
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      return Answer.problem(400, String.valueOf(unreadable.getMessage()));
    }
  }

  private Answer pay(ObjectNode asked) throws IOException {
    return platform
        .pay(asked)
        .map(data -> Answer.json(201, data))
        .orElseGet(() -> Answer.problem(409, "an order with this number has already been paid"));
  }

  /**
   * {@code {"count":20000,"order":{…}}}: every order is like the given one, with an order number of
   * its own.
   */
  private Answer payMany(ObjectNode asked) throws IOException {
    int count = asked.path("count").asInt();
    if (count < 1 || count > MOST_AT_ONCE) {
      throw new IllegalArgumentException("count must be between 1 and " + MOST_AT_ONCE);
    }
    ObjectNode like = asked.get("order") instanceof ObjectNode order ? order : Json.object();
    like.remove(List.of("orderNumber", "transactionId"));
    List<Entry> paid = platform.payMany(count, like);
    ObjectNode answer = Json.object().put("count", paid.size());
    answer.put("paid", Fen.yuan(paid.stream().mapToLong(Entry::fen).sum()));
    ArrayNode numbers = answer.putArray("orderNumbers");
    paid.forEach(entry -> numbers.add(entry.orderNumber()));
    return Answer.json(201, answer);
  }

  /** The whole book: what a checker compares the suite with. */
  private Answer orders() {
    List<Entry> payments = platform.ledger().payments();
    return Answer.longJson(
        out -> {
          out.write("{\"items\":".getBytes(US_ASCII));
          writeArray(out, payments, this::view);
          out.write('}');
        });
  }

  private Answer order(String orderNumber) {
    return platform
        .ledger()
        .payment(orderNumber)
        .map(entry -> Answer.json(200, view(entry)))
        .orElseGet(() -> Answer.problem(404, "no such order"));
  }

  private ObjectNode view(Entry entry) {
    ObjectNode view = entry.fields();
    view.put("refunded", Fen.yuan(platform.ledger().refunded(entry.orderNumber())));
    ArrayNode refunds = view.putArray("refunds");
    platform.ledger().refunds(entry.orderNumber()).forEach(e -> refunds.add(e.fields()));
    return view;
  }

  private Answer statement(String method, String date, byte[] body) {
    LocalDate day = LocalDate.parse(date);
    return switch (method) {
      case "GET" -> statement(day);
      case "PUT" -> {
        platform.statements().replace(day, body);
        yield Answer.empty(204);
      }
      case "DELETE" -> {
        platform.statements().restore(day);
        yield Answer.empty(204);
      }
      default -> Answer.problem(405, "a statement can only be read, replaced or restored");
    };
  }

  private Answer statement(LocalDate day) {
    if (!platform.statements().isMade(day)) {
      return Answer.problem(404, "the statement of this day does not exist yet");
    }
    long offBy = platform.faults().wrongTotals() ? 1 : 0;
    return platform.statements().of(day, offBy).map(this::file).orElseGet(() -> Answer.empty(204));
  }

  private Answer file(Statement statement) {
    String digest = statement.digest();
    if (platform.faults().wrongDigest()) {
      digest = "sha-256=AAAA" + digest.substring("sha-256=AAAA".length());
    }
    return Answer.bytes(
        200, statement.gzip(), Map.of("Content-Type", "application/gzip", "Digest", digest));
  }

  private Answer deliveries(String query) {
    Map<String, String> wanted = parameters(query);
    String outcome = wanted.getOrDefault("outcome", "");
    String orderNumber = wanted.getOrDefault("orderNumber", "");
    List<Push.View> all = platform.deliveries();
    List<Push.View> chosen =
        all.stream()
            .filter(push -> outcome.isEmpty() || push.outcome().name().equals(outcome))
            .filter(push -> orderNumber.isEmpty() || push.orderNumber().equals(orderNumber))
            .toList();
    ObjectNode counts = Json.object();
    for (Push.Outcome possible : Push.Outcome.values()) {
      counts.put(possible.name(), all.stream().filter(p -> p.outcome() == possible).count());
    }
    return Answer.longJson(
        out -> {
          out.write("{\"counts\":".getBytes(US_ASCII));
          out.write(Json.write(counts));
          out.write(",\"items\":".getBytes(US_ASCII));
          writeArray(out, chosen, push -> push);
          out.write('}');
        });
  }

  /** One item at a time: the book may be much larger than the heap that it would be JSON in. */
  private static <T> void writeArray(OutputStream out, List<T> items, Function<T, Object> view)
      throws IOException {
    char before = '[';
    for (T item : items) {
      out.write(before);
      out.write(Json.write(view.apply(item)));
      before = ',';
    }
    out.write((items.isEmpty() ? "[]" : "]").getBytes(US_ASCII));
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
  }

  /** {@code duplicates} may be a number or just {@code true}, which is one copy of each. */
  private Answer behave(ObjectNode asked) throws IOException {
    if (asked.path("duplicates").isBoolean()) {
      asked.put("duplicates", asked.path("duplicates").booleanValue() ? 1 : 0);
    }
    Faults faults = Json.read(Json.write(asked), Faults.class);
    platform.behave(faults);
    return Answer.json(200, faults);
  }
}
