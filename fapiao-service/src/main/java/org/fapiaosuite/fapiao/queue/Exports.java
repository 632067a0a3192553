package org.fapiaosuite.fapiao.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.fapiao.application.QueueFilter;
import org.fapiaosuite.fapiao.application.WorkQueue;
import org.fapiaosuite.fapiao.problem.Problem;

/**
 * Writes many applications to a file. Which ones is settled first, and stands in the trail before
 * the first of them leaves; they are then read a few at a time, with no transaction open while a
 * slow reader takes them.
 */
@ApplicationScoped
public class Exports {

  private static final int STEP = 500;

  private final WorkQueue queue;
  private final AgroalDataSource database;
  private final AuditTrail trail;
  private final QueueConfig config;

  Exports(WorkQueue queue, AgroalDataSource database, AuditTrail trail, QueueConfig config) {
    this.queue = queue;
    this.database = database;
    this.trail = trail;
    this.config = config;
  }

  /** The form of a file. */
  public enum Format {
    /** Comma-separated values. */
    CSV,
    /** An Excel workbook. */
    XLSX
  }

  /**
   * Settles which applications are exported, and writes that down.
   *
   * @param action the operation's id in the API document
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when there are too many
   */
  @Transactional
  public List<UUID> choose(QueueFilter filter, String action) {
    List<UUID> chosen = queue.ids(filter, config.mostExported() + 1);
    if (chosen.size() > config.mostExported()) {
      throw Problem.EXPORT_TOO_LARGE.with(config.mostExported());
    }
    trail.write(action, chosen.stream().map(UUID::toString).toList(), null);
    return chosen;
  }

  /**
   * Writes them.
   *
   * @param headings one for each of {@link #columns}
   */
  public void write(Format format, List<UUID> chosen, List<String> headings, OutputStream out)
      throws IOException {
    try (ExportFile file = format == Format.CSV ? new CsvFile(out) : new XlsxFile(out)) {
      file.line(headings);
      for (int from = 0; from < chosen.size(); from += STEP) {
        for (ExportRow row : read(chosen.subList(from, Math.min(from + STEP, chosen.size())))) {
          file.line(row.cells());
        }
      }
    }
  }

  /** The keys of the columns' headings. */
  public static List<String> columns() {
    return ExportRow.COLUMNS;
  }

  private List<ExportRow> read(List<UUID> ids) throws IOException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ExportRow.SELECT)) {
      select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      List<ExportRow> rows = new ArrayList<>(ids.size());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(ExportRow.of(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IOException("an export cannot be read on", e);
    }
  }
}
