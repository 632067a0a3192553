package org.fapiaosuite.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Numbers that operators watch, read from the database when asked, so that every copy of a service
 * tells the same.
 */
@ApplicationScoped
public class TableMetrics {
  private final AgroalDataSource database;
  private final MeterRegistry registry;

  TableMetrics(AgroalDataSource database, MeterRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  /**
   * Shows a number.
   *
   * @param query its first column of its first row is the number; NaN while the database is away
   */
  public void show(String name, String description, String query) {
    Gauge.builder(name, () -> number(query)).description(description).register(registry);
  }

  private double number(String query) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getDouble(1) : 0;
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
