package org.fapiaosuite.audit.chain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** The chain of this service's trail. */
@ApplicationScoped
public class Chain {

  private final AgroalDataSource database;

  Chain(AgroalDataSource database) {
    this.database = database;
  }

  /** Computes all of it again; what takes seconds for some hundred thousand entries. */
  public Verification verify() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Verifier(connection, null).verify();
    }
  }
}
