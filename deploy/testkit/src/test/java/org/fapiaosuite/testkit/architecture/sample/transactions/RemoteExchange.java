package org.fapiaosuite.testkit.architecture.sample.transactions;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** It comes from another machine. */
class RemoteExchange implements Exchange {
  private final HttpClient client;
  private final HttpRequest request;

  RemoteExchange(HttpClient client, HttpRequest request) {
    this.client = client;
    this.request = request;
  }

  @Override
  public String rate() {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
