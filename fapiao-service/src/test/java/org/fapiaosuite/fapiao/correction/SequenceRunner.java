package org.fapiaosuite.fapiao.correction;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationDesk;
import org.fapiaosuite.fapiao.application.ApplicationRequest;
import org.fapiaosuite.fapiao.application.ServiceCentre;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent.RedReason;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.bill.PaidOrder;
import org.fapiaosuite.fapiao.bill.TitledAmount;
import org.fapiaosuite.fapiao.correction.BookOfFacts.Fact;
import org.fapiaosuite.fapiao.delivery.DeliveryData;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.issuing.IssueRequest;
import org.fapiaosuite.fapiao.issuing.IssuingDesk;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.issuing.ProofKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.orders.TalliedOrders;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** Takes steps with a bill through the desks of the service, and notes them in the model. */
@ApplicationScoped
@Unremovable
class SequenceRunner {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final int MOST_PER_APPLICATION = 3;
  private static final List<String> TITLES = List.of("王小明", "李雷", "韩梅梅");

  /** What can happen. */
  enum Step {
    APPLY,
    ISSUE,
    SPLIT,
    REFUND,
    VOID,
    RED_LETTER,
    REISSUE,
    /** Nothing of what was drawn is possible now. */
    REST;

    boolean takesBack() {
      return this == VOID || this == RED_LETTER;
    }
  }

  /** A bill under way: its model, and what of it exists. */
  static final class Bill {
    final String order =
        "S"
            + UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 18)
                .toUpperCase(Locale.ROOT);
    final String customerId = "simulator:" + UUID.randomUUID();
    final BookOfFacts book = new BookOfFacts();
    final List<UUID> reversed = new ArrayList<>();
    UUID id = new UUID(0, 0);
    final List<UUID> open = new ArrayList<>();
    final List<UUID> applications = new ArrayList<>();
    long deficitBefore;
    long deficit;

    @Override
    public String toString() {
      return order + " " + book;
    }
  }

  private final TalliedOrders orders;
  private final ApplicationDesk desk;
  private final ServiceCentre centre;
  private final IssuingDesk issuing;
  private final ReturnDesk returns;
  private final CorrectionDesk corrections;
  private final ReissueDesk reissues;
  private final Deficits deficits;
  private final Fapiaos fapiaos;
  private final Bills bills;
  private final Ids ids;
  private final AgroalDataSource database;

  /** Far apart from those of other tests, and from those of a run before. */
  private final AtomicLong numbers = new AtomicLong(Story.next() * 1_000_000);

  SequenceRunner(
      TalliedOrders orders,
      ApplicationDesk desk,
      ServiceCentre centre,
      IssuingDesk issuing,
      ReturnDesk returns,
      CorrectionDesk corrections,
      ReissueDesk reissues,
      Deficits deficits,
      Fapiaos fapiaos,
      Bills bills,
      Ids ids,
      AgroalDataSource database) {
    this.orders = orders;
    this.desk = desk;
    this.centre = centre;
    this.issuing = issuing;
    this.returns = returns;
    this.corrections = corrections;
    this.reissues = reissues;
    this.deficits = deficits;
    this.fapiaos = fapiaos;
    this.bills = bills;
    this.ids = ids;
    this.database = database;
  }

  Bill begin(Random random) {
    Bill bill = new Bill();
    long paid = 1L + random.nextInt(200_000);
    orders.paid(
        new PaidOrder(
            bill.order,
            bill.customerId,
            "上海示例科技有限公司",
            null,
            "Office 365 E3, 12 months",
            1,
            Money.ofFen(paid),
            Story.PAID_AT,
            Story.PAID_AT));
    bill.book.note(new Fact.Paid(paid));
    bill.id =
        UUID.fromString(query("SELECT id FROM bill WHERE order_number = '" + bill.order + "'"));
    return bill;
  }

  Step step(Bill bill, Random random) {
    for (int tries = 0; tries < Step.values().length; tries++) {
      Step wanted = Step.values()[random.nextInt(Step.values().length - 1)];
      boolean done =
          switch (wanted) {
            case APPLY -> apply(bill, random);
            case ISSUE -> issue(bill, random);
            case SPLIT -> split(bill, random);
            case REFUND -> refund(bill, random);
            case VOID -> declareVoid(bill, random);
            case RED_LETTER -> redLetter(bill, random);
            case REISSUE -> reissue(bill);
            case REST -> false;
          };
      if (done) {
        return wanted;
      }
    }
    return Step.REST;
  }

  private boolean apply(Bill bill, Random random) {
    if (bill.book.money().invoiceable() == 0 || !bill.open.isEmpty()) {
      return false;
    }
    for (String title : TITLES) {
      long free = free(bill, title);
      if (free > 0) {
        apply(bill, title, random.nextBoolean() ? free : 1L + random.nextInt((int) free), random);
        return true;
      }
    }
    throw new AssertionError("nothing is free under any title: " + bill);
  }

  /** What can be applied for under a title, which the model does not know. */
  private long free(Bill bill, String title) {
    return QuarkusTransaction.requiringNew()
        .call(() -> bills.findById(bill.id).availableFor(key(title)).fen());
  }

  private static String key(String title) {
    return TitleType.INDIVIDUAL + ":" + title;
  }

  private void apply(Bill bill, String title, long part, Random random) {
    Medium medium = random.nextBoolean() ? Medium.PAPER : Medium.ELECTRONIC;
    Customer customer = customer(bill);
    Application draft =
        desk.create(
            new ApplicationRequest(
                List.of(new ApplicationRequest.Item(bill.id, Amount.of(Money.ofFen(part)))),
                FapiaoType.ORDINARY,
                medium,
                new BuyerData(TitleType.INDIVIDUAL, title, null, null, null, null, null),
                null,
                delivery(medium)),
            customer);
    desk.confirm(draft.id(), customer, null);
    bill.open.add(draft.id());
    bill.book.note(new Fact.AppliedFor(part));
  }

  /** A lead divides what is free among three titles, and all of them are applied for. */
  private boolean split(Bill bill, Random random) {
    long free = bill.book.money().invoiceable();
    if (free < TITLES.size() || !bill.open.isEmpty()) {
      return false;
    }
    long first = 1L + random.nextInt((int) free - 2);
    long second = 1L + random.nextInt((int) (free - first - 1));
    List<Long> parts = List.of(first, second, free - first - second);
    List<TitledAmount> titled = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      titled.add(new TitledAmount(Money.ofFen(parts.get(i)), key(TITLES.get(i))));
    }
    QuarkusTransaction.requiringNew()
        .run(() -> bills.lock(List.of(bill.id)).get(0).split(titled, ids::next));
    for (int i = 0; i < parts.size(); i++) {
      apply(bill, TITLES.get(i), parts.get(i), random);
    }
    return true;
  }

  /** Issues all that is open; what a refund has cancelled is not. */
  private boolean issue(Bill bill, Random random) {
    if (bill.book.money().reserved() == 0) {
      return false;
    }
    for (UUID id : bill.open) {
      String left =
          query(
              "SELECT CASE status WHEN 'SUBMITTED' THEN net_fen + tax_fen ELSE 0 END"
                  + " FROM application WHERE id = '"
                  + id
                  + "'");
      if (!left.equals("0")) {
        centre.accept(id, "clerk", null);
        issuing.issue(id, new IssueRequest(entries(Long.parseLong(left), random)), "clerk", null);
        bill.applications.add(id);
      }
    }
    bill.open.clear();
    bill.book.note(new Fact.Issued());
    return true;
  }

  private List<IssueRequest.Entry> entries(long amount, Random random) {
    return parts(amount, random).stream()
        .map(
            fen ->
                new IssueRequest.Entry(
                    NumberScheme.UNIFIED_20, null, number(), DAY, Amount.of(Money.ofFen(fen))))
        .toList();
  }

  private boolean refund(Bill bill, Random random) {
    BookOfFacts.Money money = bill.book.money();
    long more = money.paid() - money.refunded();
    if (more == 0) {
      return false;
    }
    long total = money.refunded() + 1L + random.nextInt((int) more);
    orders.refunded(bill.order, Money.ofFen(total));
    bill.book.note(new Fact.RefundedInAll(total));
    if (bill.book.money().reserved() == 0) {
      bill.open.clear();
    }
    return true;
  }

  private boolean declareVoid(Bill bill, Random random) {
    Optional<Fapiao> drawn =
        valid(bill, random, f -> f.medium() == Medium.PAPER && f.reversed().gross().isZero());
    if (drawn.isEmpty()) {
      return false;
    }
    Fapiao fapiao = drawn.get();
    returns.checkIn(fapiao.id(), arrival(Set.of(PaperCopy.INVOICE)), "clerk", null);
    correct(
        fapiao,
        new Wish(
            new CorrectionPlan(
                CorrectionKind.VOID,
                "Wrong.",
                fapiao.left().gross(),
                new Stated(false, false, false)),
            new ActAtBureau(DAY, null)));
    takenBack(bill, fapiao, fapiao.total().gross().fen());
    return true;
  }

  private boolean redLetter(Bill bill, Random random) {
    Optional<Fapiao> drawn = valid(bill, random, f -> f.copies().received().isEmpty());
    if (drawn.isEmpty()) {
      return false;
    }
    Fapiao fapiao = drawn.get();
    if (fapiao.medium() == Medium.PAPER) {
      returns.checkIn(fapiao.id(), arrival(Set.of()), "clerk", null);
    }
    long left = fapiao.left().gross().fen();
    long part = random.nextBoolean() ? left : 1L + random.nextInt((int) left);
    correct(
        fapiao,
        new Wish(
            new CorrectionPlan(
                CorrectionKind.RED_LETTER,
                RedReason.SALES_RETURN.name(),
                Money.ofFen(part),
                new Stated(false, false, false)),
            new ActAtBureau(DAY, LegalNumber.typed(NumberScheme.UNIFIED_20, null, number()))));
    takenBack(bill, fapiao, part);
    return true;
  }

  /** A preparation that is done at the bureau already, so that approval completes it. */
  private record Wish(CorrectionPlan wanted, ActAtBureau done) implements PreparationRequest {

    @Override
    public CorrectionPlan plan(Fapiao fapiao) {
      return wanted;
    }

    @Override
    public @Nullable CorrectionForm form(Instant now) {
      return null;
    }

    @Override
    public ActAtBureau act() {
      return done;
    }
  }

  private void correct(Fapiao fapiao, Wish wish) {
    corrections.prepare(fapiao.id(), wish, "clerk");
    corrections.decide(fapiao.id(), true, null, "lead");
  }

  private static void takenBack(Bill bill, Fapiao fapiao, long fen) {
    bill.book.note(new Fact.TakenBack(fen));
    if (fen == fapiao.left().gross().fen()) {
      bill.reversed.add(fapiao.id());
    }
  }

  private boolean reissue(Bill bill) {
    long free = bill.book.money().invoiceable();
    if (bill.reversed.isEmpty() || free == 0 || !bill.open.isEmpty()) {
      return false;
    }
    UUID fapiao = bill.reversed.remove(0);
    long total =
        Long.parseLong(query("SELECT net_fen + tax_fen FROM fapiao WHERE id = '" + fapiao + "'"));
    bill.open.add(reissues.reissue(fapiao, null, "clerk").id());
    bill.book.note(new Fact.AppliedFor(Math.min(total, free)));
    return true;
  }

  private Optional<Fapiao> valid(Bill bill, Random random, Predicate<Fapiao> eligible) {
    List<Fapiao> found = new ArrayList<>();
    for (UUID application : bill.applications) {
      QuarkusTransaction.requiringNew().call(() -> fapiaos.ofApplication(application)).stream()
          .filter(fapiao -> !fapiao.isReversed())
          .filter(eligible)
          .forEach(found::add);
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(random.nextInt(found.size())));
  }

  /** What should be in the database. */
  String expected(Bill bill) {
    BookOfFacts.Money money = bill.book.money();
    bill.deficitBefore = bill.deficit;
    bill.deficit = money.deficit();
    return line(
        money.paid(),
        money.refunded(),
        money.reserved(),
        money.invoiced(),
        money.reversed(),
        money.invoiceable(),
        money.deficit(),
        money.paid() - money.refunded() + money.deficit(),
        money.reserved() + money.invoiced());
  }

  /** What is in the database: the bill's money, and what its shares and their holds add up to. */
  String stored(Bill bill) {
    return query(
        """
        SELECT concat_ws(' ', b.paid_fen, b.refunded_fen, b.reserved_fen, b.invoiced_fen,
          b.reversed_fen,
          greatest(0, b.paid_fen - b.refunded_fen - b.reserved_fen - b.invoiced_fen),
          b.deficit_fen,
          (SELECT sum(s.amount_fen) FROM bill_share s WHERE s.bill_id = b.id),
          (SELECT coalesce(sum(h.amount_fen), 0) FROM share_hold h
            JOIN bill_share s ON s.id = h.share_id WHERE s.bill_id = b.id AND h.live))
        FROM bill b WHERE b.id = '%s'
        """
            .formatted(bill.id));
  }

  private String number() {
    return "2631%016d".formatted(numbers.incrementAndGet());
  }

  /** The one value that a query gives. */
  private String query(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(long... values) {
    StringBuilder line = new StringBuilder();
    for (long value : values) {
      line.append(line.isEmpty() ? "" : " ").append(value);
    }
    return line.toString();
  }

  boolean deficitWasClosed(Bill bill) {
    return bill.deficit < bill.deficitBefore;
  }

  boolean isInDeficit(Bill bill) {
    return bill.deficit > 0;
  }

  /** Whether the bill stands in the list of deficits, looked up at its place. */
  boolean isListed(Bill bill) {
    Cursor before =
        new Cursor(
            Story.PAID_AT,
            new UUID(bill.id.getMostSignificantBits(), bill.id.getLeastSignificantBits() - 1));
    return QuarkusTransaction.requiringNew().call(() -> deficits.page(before, 1)).stream()
        .anyMatch(listed -> listed.id().equals(bill.id));
  }

  private static List<Long> parts(long amount, Random random) {
    List<Long> parts = new ArrayList<>();
    long left = amount;
    while (left > 1 && parts.size() < MOST_PER_APPLICATION - 1 && random.nextBoolean()) {
      long part = 1L + random.nextInt((int) left - 1);
      parts.add(part);
      left -= part;
    }
    parts.add(left);
    return parts;
  }

  private static ReturnDesk.Arrival arrival(Set<PaperCopy> copies) {
    return new ReturnDesk.Arrival(
        copies,
        copies.isEmpty() ? ProofKind.BUYER_STATEMENT : null,
        copies.isEmpty() ? "File 17" : null,
        false,
        null,
        DAY);
  }

  private static DeliveryData delivery(Medium medium) {
    return medium == Medium.PAPER
        ? new DeliveryData(DeliveryMethod.PICKUP, "王小明", "13800138000", null, null, null)
        : new DeliveryData(DeliveryMethod.EMAIL, "finance@contoso.example", null, null, null, null);
  }

  private static Customer customer(Bill bill) {
    return new Customer(new Token(bill.customerId));
  }

  /** What an access token says of the bill's customer. */
  private record Token(String customerId) implements JsonWebToken {

    @Override
    public String getName() {
      return "customer";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of("sub", "customerIds");
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T> @Nullable T getClaim(String name) {
      return switch (name) {
        case "sub" -> (T) "01932b00-1111-7abc-9def-0123456789ab";
        case "customerIds" -> (T) Json.createArrayBuilder().add(customerId).build();
        default -> null;
      };
    }
  }
}
