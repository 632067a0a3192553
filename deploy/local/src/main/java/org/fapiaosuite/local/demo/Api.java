package org.fapiaosuite.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** An HTTP API as one caller uses it: base URL without a trailing slash, token or empty. */
record Api(HttpClient client, String url, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Status and body; what is no JSON is a missing node. */
  record Answer(int status, JsonNode body) {}

  Api as(String accessToken) {
    return new Api(client, url, accessToken);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, Map.of(), Set.of(200)).body();
  }

  /**
   * Posts an object as JSON.
   *
   * @throws IOException when the answer's status is none of those expected
   */
  Answer post(String path, Map<String, ?> body, Set<Integer> expected)
      throws IOException, InterruptedException {
    return send("POST", path, body, expected);
  }

  private Answer send(String method, String path, Map<String, ?> body, Set<Integer> expected)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header("Accept-Language", "en");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (!expected.contains(answer.statusCode())) {
      throw new IOException(method + " " + path + " answered " + answer.statusCode());
    }
    boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Answer(
        answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.missingNode());
  }
}
