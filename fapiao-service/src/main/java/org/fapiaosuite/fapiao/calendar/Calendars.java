package org.fapiaosuite.fapiao.calendar;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fapiaosuite.rest.etag.Versions;
import org.jspecify.annotations.Nullable;

/**
 * The holiday arrangements: those that came with this version ({@code calendar/<year>.json}) and
 * those loaded since, which stand before them.
 */
@ApplicationScoped
public class Calendars {

  private static final List<Integer> BUILT_IN = List.of(2025, 2026);

  private final EntityManager database;
  private final PromiseConfig config;
  private final Clock clock;
  private final Map<Integer, CalendarYear> builtIn = new TreeMap<>();

  Calendars(EntityManager database, PromiseConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
    BUILT_IN.forEach(year -> builtIn.put(year, read(year)));
  }

  /** The calendar as known now. */
  public Snapshot now() {
    List<LoadedYear> loaded =
        database.createQuery("from LoadedYear", LoadedYear.class).getResultList();
    Map<Integer, CalendarYear> years = new TreeMap<>(builtIn);
    loaded.forEach(year -> years.put(year.notice().year(), year.notice()));
    long revision = loaded.stream().mapToLong(LoadedYear::revision).max().orElse(0);
    return new Snapshot(new WorkingDays(years.values()), revision, config);
  }

  /** A promise that is due up to then, and not kept yet, is at risk. */
  public Instant atRiskUpTo(Instant moment) {
    return new WorkingHours(now().days(), config.dayBegins(), config.cutOff())
        .after(moment, config.atRiskBefore());
  }

  /** A year's arrangement and its version; nothing for a year without one. */
  public Optional<Versioned> year(int year) {
    LoadedYear loaded = database.find(LoadedYear.class, year);
    if (loaded != null) {
      return Optional.of(new Versioned(loaded.notice(), loaded.version() + 1));
    }
    return Optional.ofNullable(builtIn.get(year)).map(notice -> new Versioned(notice, 0));
  }

  /**
   * Loads a year, in place of what was known of it.
   *
   * @param ifMatch needed where something was
   * @throws org.fapiaosuite.rest.problem.ProblemException 412, 428, or 422 for a year that cannot
   *     be
   */
  @Transactional
  public Versioned load(CalendarYear notice, String by, @Nullable String ifMatch) {
    CalendarYearRules.check(notice);
    year(notice.year()).ifPresent(known -> Versions.demand(ifMatch, known.version()));
    long revision = nextRevision();
    LoadedYear loaded = database.find(LoadedYear.class, notice.year());
    if (loaded == null) {
      loaded = new LoadedYear(notice, revision, by, clock.instant());
      database.persist(loaded);
    } else {
      loaded.replace(notice, revision, by, clock.instant());
    }
    database.flush();
    return new Versioned(loaded.notice(), loaded.version() + 1);
  }

  /** One after the other, so that a revision says exactly which years were known. */
  private long nextRevision() {
    return database
            .createQuery("from LoadedYear order by year", LoadedYear.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .mapToLong(LoadedYear::revision)
            .max()
            .orElse(0)
        + 1;
  }

  private static CalendarYear read(int year) {
    String resource = "/calendar/" + year + ".json";
    try (InputStream in = Calendars.class.getResourceAsStream(resource)) {
      return JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .build()
          .readValue(Objects.requireNonNull(in, resource), CalendarYear.class);
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  /** All arrangements that came with this version. */
  static Stream<CalendarYear> builtInYears() {
    return BUILT_IN.stream().map(Calendars::read);
  }

  /**
   * A year and its version.
   *
   * @param version 0 for the one that came along
   */
  public record Versioned(CalendarYear notice, int version) {}

  /**
   * The calendar at one moment.
   *
   * @param revision grows with each year that is loaded
   */
  public record Snapshot(WorkingDays days, long revision, PromiseConfig config) {

    /** What is promised to whoever confirms then. */
    public Promise promise(Instant confirmedAt) {
      return promise(confirmedAt, config.workingDays());
    }

    /** The same for another number of working days. */
    public Promise promise(Instant from, int workingDays) {
      return Promise.from(from, days, config.cutOff(), workingDays);
    }
  }
}
