package org.fapiaosuite.fapiao.stock;

import static org.fapiaosuite.fapiao.Story.staff;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.jspecify.annotations.Nullable;

/** What staff do with the stock of ordinary paper Fapiao, which all tests of this service share. */
public final class Shelves {

  public static final String CENTRE = "/api/v1/service-centre/";
  public static final String KIND = CENTRE + "capacity/ORDINARY/PAPER";

  private Shelves() {}

  /** As before the first range or quota: without limit. */
  public static void clear() {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM stock_number");
      statement.execute("DELETE FROM number_range");
      statement.execute("DELETE FROM stock_hold");
      statement.execute("DELETE FROM quota_use");
      statement.execute("DELETE FROM stock_low_told");
      statement.execute("UPDATE notice SET withdrawn_at = now() WHERE withdrawn_at IS NULL");
      statement.execute("UPDATE capacity SET threshold = NULL, monthly_quota_fen = NULL");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A code that no other test has numbers under; its eighth digit says ordinary. */
  public static String code() {
    return "31%05d320".formatted(Story.next() % 100_000);
  }

  /** So many numbers are here, from 00000001 on. */
  public static String received(int count, Instant at) {
    String code = code();
    arrival(code, 1, count, null, at).then().statusCode(200);
    return code;
  }

  public static Response arrival(
      String code, int first, int last, @Nullable Instant expected, @Nullable Instant received) {
    Map<String, Object> body = new HashMap<>();
    body.put("type", "ORDINARY");
    body.put("medium", "PAPER");
    body.put("code", code);
    body.put("first", "%08d".formatted(first));
    body.put("last", "%08d".formatted(last));
    if (expected != null) {
      body.put("expectedAt", expected.toString());
    }
    if (received != null) {
      body.put("receivedAt", received.toString());
    }
    return staff("LEAD").body(body).post(CENTRE + "stock-arrivals");
  }

  public static Response settle(Map<String, Object> settings) {
    return staff("LEAD").header("If-Match", "*").body(settings).put(KIND);
  }

  public static Response waste(String code, String number) {
    return staff("CLERK")
        .body(Map.of("code", code, "number", number, "reason", "The printer jammed."))
        .post(CENTRE + "stock-waste");
  }

  public static JsonPath level() {
    return staff("CLERK").get(KIND).then().statusCode(200).extract().jsonPath();
  }
}
