package org.fapiaosuite.testkit.architecture.sample.endpoints;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;

/** Says it once for all, and shows what lies in the database. */
@Path("/staff")
@RolesAllowed("clerk")
class StaffResource {
  @GET
  List<Invoice> list() {
    return List.of();
  }

  @POST
  void create(Invoice invoice) {}

  @PUT
  String update(String invoice) {
    return invoice;
  }

  Invoice notAnEndpoint() {
    return new Invoice();
  }
}
