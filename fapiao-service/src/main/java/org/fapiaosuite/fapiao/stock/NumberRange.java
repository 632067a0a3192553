package org.fapiaosuite.fapiao.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.jspecify.annotations.Nullable;

/** Consecutive numbers under one code, announced or received from the tax bureau. */
@Entity
@Table(name = "number_range")
class NumberRange {

  @Id private UUID id;
  @Version private int version;
  @Embedded private FapiaoKind kind;
  private String code;

  @Column(name = "first_number")
  private long first;

  @Column(name = "last_number")
  private long last;

  @Column(name = "expected_at")
  private @Nullable Instant expectedAt;

  @Column(name = "received_at")
  private @Nullable Instant receivedAt;

  @Column(name = "registered_by")
  private String registeredBy;

  @Column(name = "registered_at")
  private Instant registeredAt;

  private int taken;

  @Column(name = "lowest_free")
  private long lowestFree;

  protected NumberRange() {}

  NumberRange(
      UUID id, FapiaoKind kind, String code, long first, long last, String by, Instant now) {
    this.id = id;
    this.kind = kind;
    this.code = code;
    this.first = first;
    this.last = last;
    this.lowestFree = first;
    this.registeredBy = by;
    this.registeredAt = now;
  }

  /** When it is expected, and since when it is here; it counts from then on. */
  void schedule(@Nullable Instant expected, @Nullable Instant received) {
    expectedAt = expected;
    receivedAt = received;
  }

  /** The lowest free numbers are not free any more. */
  void takeLowest(List<Long> numbers) {
    taken += numbers.size();
    lowestFree = numbers.get(numbers.size() - 1) + 1;
  }

  /** A number that was free is not any more. */
  void take(long number) {
    taken++;
    if (number == lowestFree) {
      lowestFree++;
    }
  }

  /** A number is free again. */
  void giveBack(long number) {
    taken--;
    lowestFree = Math.min(lowestFree, number);
  }

  UUID id() {
    return id;
  }

  FapiaoKind kind() {
    return kind;
  }

  String code() {
    return code;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  long lowestFree() {
    return lowestFree;
  }

  @Nullable Instant expectedAt() {
    return expectedAt;
  }

  @Nullable Instant receivedAt() {
    return receivedAt;
  }

  boolean isReceived() {
    return receivedAt != null;
  }

  boolean isUntouched() {
    return taken == 0;
  }

  /** Numbers that are neither held, issued nor spoilt, received or not. */
  long free() {
    return last - first + 1 - taken;
  }

  /** Those of them that are here. */
  long available() {
    return isReceived() ? free() : 0;
  }
}
