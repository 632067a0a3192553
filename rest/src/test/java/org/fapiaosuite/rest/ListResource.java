package org.fapiaosuite.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists of three things each, which came at the same moment; the youngest has the highest id. */
@Path("/api/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
public class ListResource {
  private static final Instant CAME = Instant.parse("2026-11-17T01:29:58.000001Z");
  private static final List<UUID> THINGS =
      LongStream.of(3, 2, 1).mapToObj(number -> new UUID(0, number)).toList();

  @GET
  @Path("/{list}")
  @PermitAll
  public Page<String> list(@PathParam("list") String list, @Valid @BeanParam PageRequest page) {
    Cursor from = page.from(Cursor.NEWEST);
    return Page.of(
        page,
        THINGS.stream().filter(id -> isAfter(from, id)).limit(page.limit() + 1L).toList(),
        id -> new Cursor(CAME, id),
        id -> list + id.getLeastSignificantBits());
  }

  @GET
  @Path("/by-id/plain")
  @PermitAll
  public Page<String> byId(@QueryParam("cursor") @Nullable UUID cursor) {
    return new Page<>(List.of(), null);
  }

  @GET
  @Path("/by-number/plain")
  @PermitAll
  public Page<String> byNumber(@QueryParam("cursor") @Nullable Long cursor) {
    return new Page<>(List.of(), null);
  }

  private static boolean isAfter(Cursor from, UUID id) {
    return CAME.isBefore(from.at())
        || (CAME.equals(from.at()) && id.toString().compareTo(from.id().toString()) < 0);
  }
}
