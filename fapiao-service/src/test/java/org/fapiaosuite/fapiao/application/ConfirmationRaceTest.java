package org.fapiaosuite.fapiao.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * 64 confirmations of one bill at once, under the same and under different titles: one application
 * lives, the others are told so. All of it for a thousand bills:
 *
 * <pre>mvn -pl fapiao-service test -Dtest=ConfirmationRaceTest -Dfapiao.race.bills=1000</pre>
 */
@QuarkusTest
class ConfirmationRaceTest {

  private static final int RIVALS = 64;
  private static final int BILLS = Integer.getInteger("fapiao.race.bills", 8);

  @TestHTTPResource("/api/v1/applications/")
  @SuppressWarnings("NullAway.Init") // set by the test framework
  URI applications;

  private final Story story = new Story();
  private final ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
  private final HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();

  @AfterEach
  void end() {
    rivals.shutdownNow();
  }

  @Test
  void one_application_lives_per_bill() throws InterruptedException, ExecutionException {
    String bill = story.invoiceableBill("100.00");
    String draft = story.draft(Story.request(bill));
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int i = 0; i < BILLS; i++) {
      String name = i % 2 == 0 ? "a.buyer_name" : "'买家' || n";
      race(drafts(bill, draft, name))
          .forEach((status, n) -> answers.merge(status, n, Integer::sum));
    }
    System.out.printf("confirmations %s%n", answers);
    assertEquals(Map.of(200, BILLS, 409, BILLS * (RIVALS - 1)), answers);
    assertEquals(List.of(), violations());
  }

  @Test
  void parts_of_one_bill_are_confirmed_until_nothing_is_left()
      throws InterruptedException, ExecutionException {
    // 64 times 2.00 of 100.00 under one title
    String bill = story.invoiceableBill("100.00");
    String draft = story.draft(Story.partial(bill, "2.00"));
    assertEquals(Map.of(200, 50, 409, 14), race(drafts(bill, draft, "a.buyer_name")));
    assertEquals(List.of(), violations());
  }

  /** What so many are answered that confirm at the same moment. */
  private Map<Integer, Integer> race(List<String> drafts)
      throws InterruptedException, ExecutionException {
    String token = TestTokens.customer(story.accountId, story.customerId);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> running = new ArrayList<>();
    for (String draft : drafts) {
      running.add(
          rivals.submit(
              () -> {
                start.await();
                return confirm(draft, token);
              }));
    }
    start.countDown();
    Map<Integer, Integer> answers = new TreeMap<>();
    for (Future<Integer> one : running) {
      answers.merge(one.get(), 1, Integer::sum);
    }
    return answers;
  }

  /**
   * A copy of the bill, and for it copies of the checked draft.
   *
   * @param name SQL for the title of the n-th copy
   */
  private static List<String> drafts(String bill, String draft, String name) {
    String copies =
        """
        WITH bills AS (
          INSERT INTO bill
          SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(),
            'order_number', gen_random_uuid()))).*
          FROM bill b WHERE b.id = '%s'
          RETURNING id, order_number),
        shares AS (
          INSERT INTO bill_share
          SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
            'bill_id', b.id))).*
          FROM bill_share s, bills b WHERE s.bill_id = '%s'),
        drafts AS (
          INSERT INTO application
          SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
            'buyer_name', %s))).*
          FROM application a, generate_series(1, %d) AS n WHERE a.id = '%s'
          RETURNING id),
        items AS (
          INSERT INTO application_item
          SELECT (jsonb_populate_record(i, jsonb_build_object('application_id', d.id,
            'bill_id', b.id, 'order_number', b.order_number))).*
          FROM application_item i, drafts d, bills b WHERE i.application_id = '%s')
        SELECT string_agg(id::text, ',') FROM drafts
        """
            .formatted(bill, bill, name, RIVALS, draft, draft);
    return List.of(Database.query(copies).split(","));
  }

  private int confirm(String draft, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(applications.resolve(draft + "/confirmation"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      assertTrue(answer.body().contains("already-applied"), answer.body());
      assertTrue(answer.body().contains("SUBMITTED"), answer.body());
    }
    return answer.statusCode();
  }

  /** What must never be, asked of the database itself. */
  private static List<String> violations() {
    List<String> found = new ArrayList<>();
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT 'share held twice: ' || share_id FROM share_hold WHERE live
                  GROUP BY share_id HAVING count(*) > 1
                UNION ALL
                SELECT 'too much reserved: ' || order_number FROM bill
                  WHERE reserved_fen + invoiced_fen > paid_fen - refunded_fen + deficit_fen
                UNION ALL
                SELECT 'reserved is not what is held: ' || b.order_number FROM bill b
                  WHERE b.reserved_fen + b.invoiced_fen <>
                    (SELECT coalesce(sum(h.amount_fen), 0) FROM bill_share s
                      JOIN share_hold h ON h.share_id = s.id AND h.live
                      WHERE s.bill_id = b.id)
                UNION ALL
                SELECT 'shares are not the bill: ' || b.order_number FROM bill b
                  WHERE b.refunded_fen = 0 AND b.paid_fen <>
                    (SELECT sum(s.amount_fen) FROM bill_share s WHERE s.bill_id = b.id)
                """)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
