package org.fapiaosuite.testkit.architecture.sample.endpoints;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Says nowhere who may come in. */
@Path("/open")
class OpenResource {
  @GET
  void get() {}

  @POST
  void post() {}

  @PUT
  void put() {}

  @PATCH
  void patch() {}

  @DELETE
  void delete() {}

  @HEAD
  void head() {}

  @OPTIONS
  void options() {}

  @Path("/further")
  Object further() {
    return this;
  }
}
