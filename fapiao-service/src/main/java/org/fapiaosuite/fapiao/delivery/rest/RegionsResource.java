package org.fapiaosuite.fapiao.delivery.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.delivery.Regions;
import org.fapiaosuite.rest.etag.Versions;
import org.jspecify.annotations.Nullable;

/**
 * The administrative divisions of China that {@code delivery.region} is checked against (GB/T 2260,
 * six digits), for everybody. The list changes with a release at most: it is written and packed
 * once, and a caller asks again after a day.
 */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delivery")
public class RegionsResource {

  private static final String FRESH_FOR_A_DAY = "public, max-age=86400";

  /** The coding by name, without a weight or with one that is not zero (RFC 9110, 12.5.3). */
  private static final Pattern GZIP =
      Pattern.compile(
          "(?:^|,)\\s*gzip\\s*(?:$|,|;\\s*q=(?!0(?:\\.0*)?\\s*(?:$|,)))", Pattern.CASE_INSENSITIVE);

  private static final int TAG_BYTES = 12;

  private final byte[] plain;
  private final byte[] packed;

  /** Weak, since the same list is sent plain and packed. */
  private final EntityTag tag;

  RegionsResource(Regions regions, ObjectMapper json) throws JsonProcessingException {
    List<Region> all =
        regions.all().entrySet().stream()
            .map(region -> new Region(region.getKey(), region.getValue()))
            .toList();
    plain = json.writeValueAsBytes(new RegionList(all));
    packed = gzip(plain);
    tag = new EntityTag(digest(plain), true);
  }

  /**
   * One division: a province where the code ends in 0000, a prefecture where it ends in 00, else a
   * county. The first two or four digits name what it is part of.
   *
   * @param code six digits (GB/T 2260). Example: {@code 310115}.
   * @param name in Chinese, as it is written in an address. Example: {@code 浦东新区}.
   */
  @Schema(name = "Region")
  public record Region(String code, String name) {}

  /**
   * All of them.
   *
   * @param items in the order of their codes
   */
  public record RegionList(List<Region> items) {}

  /** All divisions at once; some 130 KB, packed about a fifth of that. */
  @GET
  @PermitAll
  @Operation(operationId = "listRegions", summary = "China's administrative divisions (GB/T 2260)")
  @APIResponse(
      responseCode = "200",
      description = "All of them; gzip where it is accepted, to be kept for a day",
      content = @Content(schema = @Schema(implementation = RegionList.class)))
  @APIResponse(responseCode = "304", description = "Unchanged")
  public Response list(@Context Request request, @Context HttpHeaders headers) {
    Response.ResponseBuilder known = Versions.known(request, tag.getValue());
    return (known == null ? whole(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING)) : known)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, FRESH_FOR_A_DAY)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .build();
  }

  private Response.ResponseBuilder whole(@Nullable String acceptEncoding) {
    return acceptsGzip(acceptEncoding)
        ? Response.ok(packed).header(HttpHeaders.CONTENT_ENCODING, "gzip")
        : Response.ok(plain);
  }

  private static boolean acceptsGzip(@Nullable String acceptEncoding) {
    return acceptEncoding != null && GZIP.matcher(acceptEncoding).find();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
