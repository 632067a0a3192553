package org.fapiaosuite.peer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for an attempt to issue that is due, and leaves it to the service: it locks nothing. */
@Component
class DueAttempts {
  private final JdbcClient database;
  private final Clock clock;

  DueAttempts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Scheduled(fixedRate = 1000)
  @Transactional(readOnly = true)
  public void look() {
    database
        .sql(
            """
            SELECT id FROM issue_attempt WHERE state IN ('ASKED', 'UNKNOWN') AND due_at <= :now
            ORDER BY due_at LIMIT 1
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }
}
