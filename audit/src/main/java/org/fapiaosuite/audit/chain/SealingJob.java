package org.fapiaosuite.audit.chain;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.fapiaosuite.audit.AuditConfig;
import org.jboss.logging.Logger;

/** Seals what was committed since it looked last, and logs where the chain ends now and then. */
@ApplicationScoped
class SealingJob {

  private static final Logger LOG = Logger.getLogger(SealingJob.class);

  private final Sealer sealer;
  private final AgroalDataSource database;
  private final AuditConfig config;

  SealingJob(Sealer sealer, AgroalDataSource database, AuditConfig config) {
    this.sealer = sealer;
    this.database = database;
    this.config = config;
  }

  @Scheduled(
      every = "${fapiao.audit.seal-every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void seal() {
    try {
      while (sealer.sealBatch() == config.batchSize()) {
        LOG.debug("audit: a full batch sealed, looking for more");
      }
    } catch (SQLException e) {
      LOG.warnf("audit: database unavailable, sealed later, sqlState=%s", e.getSQLState());
    }
  }

  @Scheduled(
      every = "${fapiao.audit.anchor-every:24h}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void logAnchor() {
    try (Connection connection = database.getConnection()) {
      LOG.infof("audit: chain ends, anchor=%s", ChainEnd.of(connection).anchor());
    } catch (SQLException e) {
      LOG.warnf("audit: database unavailable, no anchor, sqlState=%s", e.getSQLState());
    }
  }
}
