package org.fapiaosuite.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The module's database, from outside the application. */
public final class Database {
  private static final int TRIES = 5;

  private Database() {}

  /**
   * Empties all tables except Flyway's, those named, whose rows the migrations wrote, and those
   * that the application's role may not empty. A table that is empty is left alone: to truncate it
   * means new files for it and its indexes. Identities go on where they are.
   */
  public static void clean(String... keep) {
    for (int tries = TRIES; ; tries--) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        // Pollers of the application may hold what this needs, and the other way round.
        statement.execute("SET lock_timeout = '2s'");
        connection.setAutoCommit(false);
        List<String> tables = tables(statement, Set.of(keep));
        if (tables.isEmpty()) {
          return;
        }
        // Whoever is writing ends first, so that nothing appears in a table that looks empty.
        statement.execute("LOCK TABLE " + String.join(", ", tables));
        List<String> filled = filled(statement, tables);
        if (!filled.isEmpty()) {
          statement.execute("TRUNCATE " + String.join(", ", filled) + " CASCADE");
        }
        connection.commit();
        return;
      } catch (SQLException e) {
        if (tries == 1) {
          throw new IllegalStateException("Cannot clean the database", e);
        }
      }
    }
  }

  /** A connection as the application's role, not one of its pool; the caller closes it. */
  public static Connection connect() throws SQLException {
    String name = SharedInfrastructure.published("database");
    return connect(SharedInfrastructure.published("postgres"), name, name);
  }

  /** The first column of the first row; for looking where no API looks. */
  public static String query(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot run " + sql, e);
    }
  }

  /** Executes statements one after the other, in a schema of the module's database. */
  public static void execute(String schema, String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + schema);
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot execute in " + schema, e);
    }
  }

  /** The first column of all rows, in a schema of the module's database. */
  public static List<String> column(String schema, String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + schema);
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot run " + sql, e);
    }
  }

  static Map<String, String> of(
      SharedInfrastructure.Addresses addresses, String name, boolean fresh) {
    System.setProperty("fapiao.testkit.database", name);
    if (fresh) {
      create(addresses.postgres(), name);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", url(addresses.postgres(), name),
        "quarkus.datasource.username", name,
        "quarkus.datasource.password", name);
  }

  private static void create(String server, String name) {
    try (Connection connection = connect(server, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet role =
          statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
        if (!role.next()) {
          connection.createStatement().execute("CREATE ROLE " + name + " LOGIN");
        }
      }
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name + " OWNER " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot make the database " + name, e);
    }
  }

  private static List<String> tables(Statement statement, Set<String> keep) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT schemaname, tablename FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
                + " AND tablename NOT LIKE 'flyway%'"
                + " AND has_table_privilege(format('%I.%I', schemaname, tablename), 'TRUNCATE')")) {
      while (rows.next()) {
        if (!keep.contains(rows.getString(2))) {
          tables.add('"' + rows.getString(1) + "\".\"" + rows.getString(2) + '"');
        }
      }
    }
    return tables;
  }

  private static List<String> filled(Statement statement, List<String> tables) throws SQLException {
    List<String> filled = new ArrayList<>();
    String each =
        tables.stream()
            .map(table -> "SELECT '" + table + "' WHERE EXISTS (SELECT FROM " + table + ")")
            .collect(Collectors.joining(" UNION ALL "));
    try (ResultSet rows = statement.executeQuery(each)) {
      while (rows.next()) {
        filled.add(rows.getString(1));
      }
    }
    return filled;
  }

  private static Connection connect(String server, String database, String role)
      throws SQLException {
    return DriverManager.getConnection(url(server, database), role, "");
  }

  private static String url(String server, String database) {
    return "jdbc:postgresql://" + server + "/" + database;
  }
}
