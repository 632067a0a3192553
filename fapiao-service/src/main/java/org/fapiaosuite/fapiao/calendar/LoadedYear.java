package org.fapiaosuite.fapiao.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A holiday arrangement that the service centre loaded; stands before the one that came along. */
@Entity
@Table(name = "calendar_year")
public class LoadedYear {

  @Id private int year;
  @Version private int version;

  @Column(name = "source")
  private String source;

  @Column(name = "off_days")
  private LocalDate[] offDays;

  @Column(name = "work_days")
  private LocalDate[] workDays;

  private long revision;

  @Column(name = "loaded_by")
  private String loadedBy;

  @Column(name = "loaded_at")
  private Instant loadedAt;

  protected LoadedYear() {}

  LoadedYear(CalendarYear notice, long revision, String by, Instant now) {
    this.year = notice.year();
    replace(notice, revision, by, now);
  }

  final void replace(CalendarYear notice, long newRevision, String by, Instant now) {
    source = notice.source();
    offDays = notice.offDays().toArray(LocalDate[]::new);
    workDays = notice.workDays().toArray(LocalDate[]::new);
    revision = newRevision;
    loadedBy = by;
    loadedAt = now;
  }

  CalendarYear notice() {
    return new CalendarYear(year, source, java.util.List.of(offDays), java.util.List.of(workDays));
  }

  int version() {
    return version;
  }

  long revision() {
    return revision;
  }
}
