package org.fapiaosuite.account.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.work.DueRows;
import org.fapiaosuite.account.work.Job;

/** Decides the claims that are due. */
@ApplicationScoped
class ClaimJob implements Job {

  private final DueRows due;
  private final ClaimDesk desk;
  private final ClaimConfig config;

  ClaimJob(DueRows due, ClaimDesk desk, ClaimConfig config) {
    this.due = due;
    this.desk = desk;
    this.config = config;
  }

  @Override
  public Optional<UUID> claim() {
    return due.claim("claim", config.retry());
  }

  @Override
  public void work(UUID row) {
    desk.decide(row);
  }
}
