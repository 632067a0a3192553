package org.fapiaosuite.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A resource below another one, in a class of its own. */
@Path("/api/v1/probe/{id}/part")
@Produces(MediaType.APPLICATION_JSON)
public class PartResource {

  @GET
  @PermitAll
  public String get(@PathParam("id") String id) {
    return "{}";
  }
}
