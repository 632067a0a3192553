package org.fapiaosuite.testkit.architecture.sample.events;

import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks before it begins. */
class CallingFirst {
  String ask(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Transactional
  String keep(String answer) {
    return answer.strip();
  }
}
