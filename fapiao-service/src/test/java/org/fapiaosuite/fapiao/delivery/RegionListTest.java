package org.fapiaosuite.fapiao.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The divisions that an address may be in, for who has one to choose. */
@QuarkusTest
class RegionListTest {

  private static final String REGIONS = "/api/v1/regions";

  @Inject Regions regions;

  @Test
  void every_region_that_a_delivery_may_name_is_listed_in_the_order_of_the_codes() {
    List<Map<String, String>> items =
        given().get(REGIONS).then().statusCode(200).extract().jsonPath().getList("items");

    assertEquals(3351, items.size());
    assertEquals(
        regions.all().entrySet().stream()
            .map(region -> Map.of("code", region.getKey(), "name", region.getValue()))
            .toList(),
        items);
    assertTrue(items.contains(Map.of("code", "310115", "name", "浦东新区")));
  }

  @Test
  void the_list_is_small_on_the_wire() throws Exception {
    HttpResponse<byte[]> packed = get("gzip, br");
    HttpResponse<byte[]> plain = get("br");

    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals("", plain.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(packed.body().length < 40_000, "bytes: " + packed.body().length);
    assertArrayEquals(plain.body(), unpacked(packed.body()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip;q=0|",
        "gzip;q=0.0, br|",
        "x-gzip-not|",
        "gzip;q=0.1|gzip",
        "br, GZIP|gzip",
        "*;q=0|"
      })
  void gzip_is_sent_to_who_takes_it(String accepted, String sent) throws Exception {
    assertEquals(
        sent == null ? "" : sent,
        get(accepted).headers().firstValue("Content-Encoding").orElse(""));
  }

  @Test
  void a_cache_may_keep_it_and_ask_whether_it_has_changed() {
    Response first = given().get(REGIONS);
    first.then().header("Cache-Control", "public, max-age=86400").header("Vary", "Accept-Encoding");

    given()
        .header("If-None-Match", first.header("ETag"))
        .get(REGIONS)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(first.header("ETag")))
        .header("Content-Encoding", nullValue());
  }

  private static HttpResponse<byte[]> get(String accepted)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + RestAssured.port + REGIONS);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Accept-Encoding", accepted).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    }
  }
}
