package org.fapiaosuite.fapiao.support;

import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in a conversation. */
@QuarkusTest
public class CaseFilesTest {

  private static final String CASES = "/api/v1/support-cases/";
  private static final String CENTRE = "/api/v1/service-centre/support-cases/";
  private static final String FORM = "multipart/form-data; boundary=frontier";
  private static final int LARGEST = 5 * 1024 * 1024;

  private final Story story = new Story();
  private String id = "";
  @Inject FilingDesk desk;
  @Inject TestClock clock;

  @BeforeEach
  void open() {
    id =
        story
            .customer()
            .body(Map.of("kind", "OTHER", "text", "See the file."))
            .post("/api/v1/support-cases")
            .path("id");
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @ParameterizedTest
  @CsvSource({"licence.pdf, application/pdf", "营业执照 (1).PNG, image/png", "photo.jpeg, image/jpeg"})
  void a_file_comes_back_as_it_was_sent_to_both_sides(String name, String type) {
    // Given
    byte[] content = ofType(type, 200_000);

    // When
    Response added = bring(story.customer(), name, content);

    // Then
    added
        .then()
        .statusCode(200)
        .body("messages", hasSize(2))
        .body("messages[1].files.name", contains(name))
        .body("messages[1].files.mediaType", contains(type))
        .body("messages[1].files.size", contains(content.length));
    String file = "/files/" + added.path("messages[1].files[0].id");
    for (Response got :
        new Response[] {
          story.customer().get(CASES + id + file), staff("AUDITOR").get(CENTRE + id + file)
        }) {
      got.then()
          .statusCode(200)
          .header("Content-Type", type)
          .header("X-Content-Type-Options", "nosniff")
          .header("Content-Disposition", containsString("attachment; filename=\""));
      assertArrayEquals(content, got.asByteArray());
    }
    new Story().customer().get(CASES + id + file).then().statusCode(404);
    story.customer().get(CASES + id + "/files/" + UUID.randomUUID()).then().statusCode(404);
    staff("CLERK").get(CENTRE + UUID.randomUUID() + file).then().statusCode(404);
  }

  @Test
  void staff_answer_with_a_file_and_the_customer_is_told() {
    Response answered =
        form(staff("CLERK"), "file", "answer.pdf", ofType("application/pdf", 100))
            .post(CENTRE + id + "/files");

    answered.then().statusCode(200).body("status", equalTo("WAITING_FOR_CUSTOMER"));
    assertEquals("fapiao.support-case-answered.v1", Story.events(id).get(1).split(" ")[0]);
  }

  @Test
  void one_content_is_kept_once_and_goes_a_day_after_nothing_refers_to_it() {
    // Given
    byte[] content = ofType("application/pdf", 150_000);
    bring(story.customer(), "one.pdf", content).then().statusCode(200);
    bring(story.customer(), "two.pdf", content).then().statusCode(200);
    assertEquals("1 3", kept());

    // When
    clock.advance(Duration.ofDays(2));
    desk.sweep();

    // Then
    assertEquals("1 3", kept());

    // When
    String digest = digest();
    Database.query("DELETE FROM support_file WHERE case_id = '" + id + "' RETURNING 1");
    desk.sweep();

    // Then
    assertEquals(
        "0", Database.query("SELECT count(*) FROM document WHERE digest = '" + digest + "'"));
  }

  @Test
  void a_file_has_at_most_five_mebibytes() throws Exception {
    // by the plain client, since RestAssured takes its time to describe so large a request
    assertEquals(200, send(LARGEST).statusCode());
    HttpResponse<String> larger = send(LARGEST + 1);
    assertEquals(413, larger.statusCode());
    assertTrue(larger.body().contains("urn:fapiaosuite:problem:file-too-large"), larger.body());
    assertEquals(413, send(6 * 1024 * 1024).statusCode());
  }

  private HttpResponse<String> send(int size) throws Exception {
    byte[] form = body("file", "large.pdf", ofType("application/pdf", size));
    String token = TestTokens.customer(story.accountId, story.customerId);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + RestAssured.port + CASES + id + "/files"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void the_larger_bodies_are_for_files_alone() {
    refused(
        story.customer().body(Map.of("text", "x".repeat(65 * 1024))).post(CASES + id + "/messages"),
        413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZ\u0090 a program",
        "PK\u0003\u0004 an archive",
        "<html><script>alert(1)</script>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "%PDF-1.7 without an end",
        "GIF89a",
        "x",
        "\u00FF\u00D8\u00FF\u00E0",
        "\u0089PNG\r\n\u001A\n"
      })
  void what_is_no_pdf_png_or_jpeg_by_its_content_is_not_taken(String content) {
    problem(
        bring(
            story.customer(),
            "licence.pdf",
            content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
        415,
        "file-type");
  }

  @Test
  void a_picture_that_would_fill_the_memory_is_not_taken() {
    byte[] png = ofType("image/png", 100);
    ByteBuffer.wrap(png).putInt(16, 65_535).putInt(20, 65_535);

    bring(story.customer(), "bomb.png", png)
        .then()
        .statusCode(422)
        .body("violations.message", contains(containsString("100 million pixels")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd.pdf",
        "C:\\\\temp\\\\a.pdf",
        ".pdf",
        "a.pdf.exe",
        "a.png",
        "pdf",
        "a\u202Efdp.pdf",
        "a\tb.pdf"
      })
  void a_name_that_is_a_path_or_says_something_else_is_not_taken(String name) {
    bring(story.customer(), name, ofType("application/pdf", 100))
        .then()
        .statusCode(422)
        .body("violations.field", contains("file"));
  }

  @Test
  void a_form_has_one_file() {
    byte[] pdf = ofType("application/pdf", 100);

    form(story.customer(), "other", "a.pdf", pdf)
        .post(CASES + id + "/files")
        .then()
        .statusCode(422)
        .body("violations.field", contains("file"));
    story.customer().body(Map.of("file", "x")).post(CASES + id + "/files").then().statusCode(415);
  }

  @Test
  void what_either_side_brings_is_held_to_the_same() {
    byte[] pdf = ofType("application/pdf", 100);
    byte[] large = ofType("application/pdf", 5 * 1024 * 1024 + 1);
    String files = CENTRE + id + "/files";

    refused(bring(story.customer(), "a.pdf", large), 413);
    refused(form(staff("CLERK"), "file", "a.pdf", large).post(files), 413);
    refused(
        form(staff("CLERK"), "file", "a.txt", "x".getBytes(StandardCharsets.UTF_8)).post(files),
        415);
    refused(form(staff("CLERK"), "other", "a.pdf", pdf).post(files), 422);
    refused(
        form(staff("CLERK").header("If-Match", "\"99-en\""), "file", "a.pdf", pdf).post(files),
        412);
    refused(
        form(staff("CLERK"), "file", "a.pdf", pdf).post(CENTRE + UUID.randomUUID() + "/files"),
        404);
  }

  @Test
  void a_case_that_has_ended_takes_no_file() {
    // Given
    staff("CLERK").body(Map.of("text", "Done.")).post(CENTRE + id + "/resolution");
    byte[] pdf = ofType("application/pdf", 100);

    // Then
    refused(bring(story.customer(), "a.pdf", pdf), 409);
    refused(form(staff("CLERK"), "file", "a.pdf", pdf).post(CENTRE + id + "/files"), 409);
    refused(
        form(story.customer().header("If-Match", "\"9-en\""), "file", "a.pdf", pdf)
            .post(CASES + id + "/files"),
        412);
    refused(
        form(story.customer(), "file", "a.pdf", pdf).post(CASES + UUID.randomUUID() + "/files"),
        404);
  }

  @Test
  void a_case_has_at_most_twenty_files() {
    byte[] pdf = ofType("application/pdf", 100);
    for (int i = 0; i < 20; i++) {
      bring(story.customer(), "a.pdf", pdf).then().statusCode(200);
    }

    refused(bring(story.customer(), "a.pdf", pdf), 409);
  }

  private Response bring(RequestSpecification caller, String name, byte[] content) {
    return form(caller, "file", name, content).post(CASES + id + "/files");
  }

  /** A form as a browser sends it. */
  public static RequestSpecification form(
      RequestSpecification caller, String part, String name, byte[] content) {
    return caller.contentType(FORM).body(body(part, name, content));
  }

  private static byte[] body(String part, String name, byte[] content) {
    byte[] head =
        ("--frontier\r\nContent-Disposition: form-data; name=\""
                + part
                + "\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(head, head.length + content.length + tail.length);
    System.arraycopy(content, 0, body, head.length, content.length);
    System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
    return body;
  }

  /** Something of so many bytes that is of a type by its first and last ones. */
  public static byte[] ofType(String type, int size) {
    byte[] content = new byte[size];
    byte[] salt = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(salt, 0, content, 32, salt.length);
    switch (type) {
      case "application/pdf" -> {
        put(content, 0, "%PDF-1.7\n");
        put(content, size - 6, "%%EOF\n");
      }
      case "image/png" -> {
        put(content, 0, "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR\0\0\0\2\0\0\0\2");
        put(content, size - 12, "\0\0\0\0IEND\u00AEB`\u0082");
      }
      default ->
          put(
              content,
              0,
              "\u00FF\u00D8\u00FF\u00E0\0\4JF\u00FF\u00C0\0\u000B\u0008\0\2\0\2\1\1\u0011\0");
    }
    return content;
  }

  private static void put(byte[] content, int at, String bytes) {
    byte[] part = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    System.arraycopy(part, 0, content, at, part.length);
  }

  private String digest() {
    return Database.query("SELECT DISTINCT digest FROM support_file WHERE case_id = '" + id + "'");
  }

  /** Documents and their pieces. */
  private String kept() {
    return Database.query(
        """
        SELECT count(DISTINCT d.digest) || ' ' || count(*) FROM document d
        JOIN document_chunk c ON c.digest = d.digest WHERE d.digest = '%s'
        """
            .formatted(digest()));
  }

  private static void problem(Response answer, int status, String type) {
    answer.then().statusCode(status).body("type", equalTo("urn:fapiaosuite:problem:" + type));
  }

  private static void refused(Response answer, int status) {
    answer.then().statusCode(status).contentType("application/problem+json");
  }
}
