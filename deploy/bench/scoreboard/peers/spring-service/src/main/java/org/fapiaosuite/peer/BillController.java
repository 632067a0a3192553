package org.fapiaosuite.peer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The bills of the caller: one, and a page of them, newest payment first. */
@RestController
@RequestMapping("/api/v1/bills")
class BillController {
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int MOST_CUSTOMERS = 50;

  private final Bills bills;
  private final Clock clock;
  private final MessageSource wording;

  BillController(Bills bills, Clock clock, MessageSource wording) {
    this.bills = bills;
    this.clock = clock;
    this.wording = wording;
  }

  record Page(List<BillView> items, String nextCursor) {}

  private record Cursor(Instant at, UUID id) {
    static Cursor decode(String text) {
      if (text == null) {
        return new Cursor(LAST, new UUID(-1, -1));
      }
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        return new Cursor(at, UUID.fromString(StandardCharsets.UTF_8.decode(bytes).toString()));
      } catch (RuntimeException e) {
        throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
      }
    }

    String encode() {
      byte[] key = id.toString().getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + key.length);
      bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at)).put(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
  }

  @GetMapping
  @Transactional(readOnly = true)
  public Page list(
      @AuthenticationPrincipal Jwt token,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) String cursor,
      Locale locale) {
    Cursor from = Cursor.decode(cursor);
    List<Bill> rows =
        bills.page(
            customers(token).toArray(String[]::new),
            from.at().atOffset(ZoneOffset.UTC),
            from.id(),
            limit + 1);
    Instant now = clock.instant();
    List<Bill> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
    Bill end = shown.isEmpty() ? null : shown.get(shown.size() - 1);
    return new Page(
        shown.stream().map(bill -> BillView.of(bill, now, wording, locale)).toList(),
        rows.size() > limit ? new Cursor(end.paidAt, end.id).encode() : null);
  }

  @GetMapping("/{id}")
  @Transactional(readOnly = true)
  public ResponseEntity<BillView> get(
      @AuthenticationPrincipal Jwt token, @PathVariable UUID id, Locale locale) {
    Bill bill =
        bills
            .findByIdAndCustomerIdIn(id, customers(token))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .eTag(bill.version + "-" + locale.toLanguageTag())
        .body(BillView.of(bill, clock.instant(), wording, locale));
  }

  private static List<String> customers(Jwt token) {
    List<String> customers = token.getClaimAsStringList("customerIds");
    return customers == null ? List.of() : customers.stream().distinct().limit(MOST_CUSTOMERS).toList();
  }
}
