package org.fapiaosuite.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fapiaosuite.simulator.deliveries.Courier;
import org.fapiaosuite.simulator.deliveries.Faults;
import org.fapiaosuite.simulator.deliveries.Push;
import org.fapiaosuite.simulator.deliveries.Push.Outcome;
import org.fapiaosuite.simulator.deliveries.Signer;
import org.fapiaosuite.simulator.journal.Journal;
import org.fapiaosuite.simulator.orders.Entry;
import org.fapiaosuite.simulator.orders.Entry.Kind;
import org.fapiaosuite.simulator.orders.Flaw;
import org.fapiaosuite.simulator.orders.Ledger;
import org.fapiaosuite.simulator.orders.OrderForm;
import org.fapiaosuite.simulator.statements.Statements;

/**
 * The platform itself: books what it is told, writes it to its journal first, then pushes. Started
 * again on the same folder it has the same book and goes on with the pushes that were not over.
 */
public final class Platform implements AutoCloseable {

  private static final int LINES_A_WRITE = 500;
  private static final long FEN_OF_THE_UNKNOWN = 100;

  private final Ledger ledger = new Ledger();
  private final Map<String, Push> pushes = new LinkedHashMap<>();
  private final Statements statements;
  private final RandomGenerator random;
  private final Clock clock;
  private final OrderForm form;
  private final Journal journal;
  private final Courier courier;
  private volatile Faults faults = Faults.NONE;
  private boolean demoDone;

  /**
   * A platform with the book of a folder; it pushes once it is started.
   *
   * @param folder that holds the journal; made when absent
   * @param receiver where pushes are POSTed to
   * @throws IOException when the folder cannot be used
   */
  public Platform(
      Path folder, URI receiver, List<String> secrets, RandomGenerator random, Clock clock)
      throws IOException {
    this.random = random;
    this.clock = clock;
    this.form = new OrderForm(random, clock);
    this.statements = new Statements(ledger, clock);
    this.journal = Journal.open(folder, this::replay);
    this.courier =
        new Courier(receiver, new Signer(secrets), () -> faults, random, clock, this::ended);
    pushes.values().stream()
        .filter(push -> push.view().outcome() == Outcome.PENDING)
        .forEach(push -> courier.carry(push, 0, 0));
  }

  /** Starts pushing. */
  public void start(int senders) {
    courier.start(senders);
  }

  /**
   * Books a payment and pushes it.
   *
   * @param asked any fields of the {@code data} object of order.paid
   * @return the whole object, as it is pushed; empty when the order number is taken
   */
  public synchronized Optional<byte[]> pay(ObjectNode asked) throws IOException {
    Entry entry = faults.spoil(form.payment(asked), random);
    if (ledger.payment(entry.orderNumber()).isPresent()) {
      return Optional.empty();
    }
    accept(List.of(entry));
    return Optional.of(Json.write(entry.pushed()));
  }

  /** Books many payments at once and pushes them; all or nothing up to 500. */
  public synchronized List<Entry> payMany(int count, ObjectNode asked) throws IOException {
    List<Entry> all = new ArrayList<>(count);
    for (int done = 0; done < count; done += LINES_A_WRITE) {
      Map<String, Entry> some = new LinkedHashMap<>();
      while (some.size() < Math.min(LINES_A_WRITE, count - done)) {
        Entry entry = faults.spoil(form.payment(asked), random);
        if (ledger.payment(entry.orderNumber()).isEmpty()) {
          some.put(entry.orderNumber(), entry);
        }
      }
      accept(List.copyOf(some.values()));
      all.addAll(some.values());
    }
    return all;
  }

  /**
   * Books a refund and pushes it. Without an order number it is of the order paid last; without an
   * amount it is all that is left, or one yuan of an order that is yet to be paid.
   */
  public synchronized byte[] refund(ObjectNode asked) throws IOException {
    String wanted = Json.text(asked, "orderNumber");
    Optional<Entry> payment = wanted == null ? ledger.lastRefundable() : ledger.payment(wanted);
    long left =
        payment.map(p -> p.fen() - ledger.refunded(p.orderNumber())).orElse(FEN_OF_THE_UNKNOWN);
    Entry entry = form.refund(asked, payment.orElse(null), Math.max(left, 0));
    accept(List.of(entry));
    return entry.data();
  }

  /** Pushes bytes as they are, well signed, whatever they mean; the book stays as it is. */
  public synchronized String pushRaw(byte[] body) throws IOException {
    Push push = new Push(newId(), "raw", "", body);
    ObjectNode line = Json.object().put("kind", "raw").put("id", push.id());
    journal.append(List.of(line.put("body", Base64.getEncoder().encodeToString(body))));
    pushes.put(push.id(), push);
    courier.carry(push, 0, 0);
    return push.id();
  }

  /** Pays a handful of believable orders, once in the life of a folder. */
  public synchronized void payDemoOrders() throws IOException {
    if (demoDone) {
      return;
    }
    demoDone = true;
    List<Entry> orders = new ArrayList<>();
    for (ObjectNode order : DemoOrders.asOf(clock.instant())) {
      orders.add(form.payment(order));
    }
    accept(orders);
    journal.append(List.of(Json.object().put("kind", "demo")));
  }

  private void accept(List<Entry> entries) throws IOException {
    String timestamp =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(Entry.SHANGHAI));
    List<ObjectNode> lines = new ArrayList<>(entries.size());
    List<Push> news = new ArrayList<>(entries.size());
    List<Faults.Plan> plans = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      Push push = push(newId(), entry, timestamp);
      Faults.Plan plan = faults.plan(entry.kind(), random);
      ObjectNode line = Json.object().put("kind", entry.kind().name()).put("id", push.id());
      line.put("timestamp", timestamp).put("lost", plan.lost());
      line.set("data", entry.fields());
      if (entry.flaw() != null && entry.place() != null) {
        line.put("flaw", entry.flaw().name()).put("place", entry.place().name());
      }
      lines.add(line);
      news.add(push);
      plans.add(plan);
    }
    journal.append(lines);
    entries.forEach(ledger::add);
    for (int i = 0; i < news.size(); i++) {
      Push push = news.get(i);
      Faults.Plan plan = plans.get(i);
      pushes.put(push.id(), push);
      if (plan.lost()) {
        push.end(Outcome.LOST, 0);
      } else {
        courier.carry(push, plan.delayMillis(), plan.copies());
      }
    }
  }

  private static String newId() {
    return "msg_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static Push push(String id, Entry entry, String timestamp) {
    ObjectNode event = Json.object().put("type", entry.kind().eventType());
    event.put("timestamp", timestamp).set("data", entry.pushed());
    return new Push(id, entry.kind().eventType(), entry.orderNumber(), Json.write(event));
  }

  private void replay(ObjectNode line) {
    String id = line.path("id").asText();
    switch (line.path("kind").asText()) {
      case "demo" -> demoDone = true;
      case "ended" -> {
        Push push = pushes.get(id);
        if (push != null) {
          push.end(Outcome.valueOf(line.path("outcome").asText()), line.path("status").asInt());
        }
      }
      case "raw" -> {
        byte[] body = Base64.getDecoder().decode(line.path("body").asText());
        pushes.put(id, new Push(id, "raw", "", body));
      }
      default -> replay(Kind.valueOf(line.path("kind").asText()), id, line);
    }
  }

  private void replay(Kind kind, String id, ObjectNode line) {
    Entry entry = entry(kind, line);
    Push push = push(id, entry, line.path("timestamp").asText());
    ledger.add(entry);
    pushes.put(id, push);
    if (line.path("lost").asBoolean()) {
      push.end(Outcome.LOST, 0);
    }
  }

  private static Entry entry(Kind kind, ObjectNode line) {
    Entry entry = Entry.of(kind, line.path("data"));
    return line.has("flaw")
        ? entry.flawed(
            Flaw.valueOf(line.path("flaw").asText()),
            Flaw.Place.valueOf(line.path("place").asText()))
        : entry;
  }

  private void ended(Push push, Outcome outcome, int status) {
    ObjectNode line = Json.object().put("kind", "ended").put("id", push.id());
    try {
      journal.note(line.put("outcome", outcome.name()).put("status", status));
    } catch (IOException notWritten) {
      System.err.println(
          "the outcome of a push could not be recorded, it may be repeated: " + notWritten);
    }
  }

  /** How all pushes stand, oldest first. */
  public synchronized List<Push.View> deliveries() {
    return pushes.values().stream().map(Push::view).toList();
  }

  public Ledger ledger() {
    return ledger;
  }

  public Faults faults() {
    return faults;
  }

  /** Behaves like this from now on. */
  public void behave(Faults faults) {
    this.faults = faults;
  }

  public Statements statements() {
    return statements;
  }

  @Override
  public void close() throws IOException {
    courier.close();
    journal.close();
  }
}
