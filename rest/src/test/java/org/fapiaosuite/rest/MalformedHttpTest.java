package org.fapiaosuite.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is not HTTP is answered before the connection ends. What stands in the way of a head is
 * answered by Vert.x with a bare status: Quarkus has no hook for more, and the gateway lets nothing
 * of it through to a service, but answers it with a problem itself.
 */
@QuarkusTest
class MalformedHttpTest {

  private static final String HEAD =
      "POST /api/v1/probe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /\r\n\r\n",
        HEAD + "No colon\r\n\r\n",
        HEAD + "X-Nul: a\u0000b\r\n\r\n",
        HEAD + "Transfer-Encoding : chunked\r\n\r\n",
        HEAD + "Content-Length: 3x\r\n\r\n",
        HEAD + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n",
      })
  void a_head_that_is_damaged_is_answered_before_the_close(String bytes) throws IOException {
    assertEquals("400", status(RawHttp.answer(bytes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZZ\r\n{}\r\n0\r\n\r\n",
        "2\r\n{}\r\nZZ\r\n",
        "2\r\n{}XX\r\n0\r\n\r\n",
        "-1\r\n",
      })
  void a_body_whose_chunks_are_damaged_is_answered_before_the_close(String chunks)
      throws IOException {
    String answer = RawHttp.answer(CHUNKED + chunks);

    assertEquals("400", status(answer));
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("urn:fapiaosuite:problem:unreadable"), answer);
  }

  /** The connection had a whole request before. */
  @ParameterizedTest
  @ValueSource(strings = {"ZZ\r\n", "2\r\n{}\r\nZZ\r\n"})
  void so_is_a_second_body_on_a_connection(String chunks) throws IOException {
    String answers = RawHttp.answers(CHUNKED + "2\r\n{}\r\n0\r\n\r\n", CHUNKED + chunks);

    assertEquals("422", status(answers));
    String second = answers.substring(answers.lastIndexOf("HTTP/1.1"));
    assertEquals("400", status(second));
    assertTrue(second.contains("urn:fapiaosuite:problem:unreadable"), second);
  }

  /** An address or a header line without end. */
  @ParameterizedTest
  @ValueSource(strings = {"GET /", "GET / HTTP/1.1\r\nX: "})
  void what_is_longer_than_anything_sensible_is_answered_before_the_close(String start)
      throws IOException {
    String status = status(RawHttp.answer(start + "x".repeat(100_000)));

    assertTrue(status.equals("414") || status.equals("431"), status);
  }

  private static String status(String answer) {
    return answer.isEmpty() ? "closed without a word" : answer.split(" ", 3)[1];
  }
}
