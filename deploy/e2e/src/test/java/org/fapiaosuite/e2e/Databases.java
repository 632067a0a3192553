package org.fapiaosuite.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The services' databases as an auditor sees them: straight, past the services. */
record Databases(Path configuration) {
  /** The first column of every row. */
  List<String> column(String service, String sql, Object... parameters) {
    try (Connection connection = connect(service);
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(service + ": " + sql, e);
    }
  }

  long number(String service, String sql, Object... parameters) {
    return Long.parseLong(column(service, sql, parameters).get(0));
  }

  /** Changes a database behind its service's back, to show that a checker notices. */
  void sabotage(String service, String sql) {
    try (Connection connection = connect(service);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(service + ": " + sql, e);
    }
  }

  private Connection connect(String service) throws SQLException {
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(configuration.resolve(service + ".properties"))) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DriverManager.getConnection(
        properties.getProperty("quarkus.datasource.jdbc.url"),
        properties.getProperty("quarkus.datasource.username"),
        properties.getProperty("quarkus.datasource.password"));
  }
}
