package org.fapiaosuite.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Books that staff put on a shelf and look at. */
@Path("/shelf")
public class Shelf {

  private final AgroalDataSource database;
  private final AuditTrail trail;

  Shelf(AgroalDataSource database, AuditTrail trail) {
    this.database = database;
    this.trail = trail;
  }

  void build(@Observes StartupEvent start) throws SQLException {
    run("CREATE TABLE IF NOT EXISTS book (name text PRIMARY KEY)");
  }

  /** A book as it is shown. */
  public record Book(String name) {}

  @POST
  @Path("/{name}")
  @RolesAllowed({"CLERK", "LEAD"})
  @Audited
  @Operation(operationId = "addBook")
  public void add(@PathParam("name") String name) throws SQLException {
    run("INSERT INTO book VALUES ('" + name + "')");
    if (name.endsWith("!")) {
      throw StandardProblem.CONFLICT.with();
    }
    if (name.endsWith("?")) {
      throw new SQLException("undone as well", "XX000");
    }
  }

  @GET
  @RolesAllowed({"CLERK", "LEAD"})
  @Audited
  @Operation(operationId = "listBooks")
  public Page<Book> list() {
    trail.detail("sorted");
    return trail.shown(new Page<>(List.of(new Book("one"), new Book("two")), null), Book::name);
  }

  @DELETE
  @Path("/readers/{address}")
  @RolesAllowed({"CLERK", "LEAD"})
  @Audited(pathParameters = false)
  @Operation(operationId = "removeReader")
  public void removeReader(@PathParam("address") String address) {
    trail.about("a reader of " + address.length() + " letters");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
