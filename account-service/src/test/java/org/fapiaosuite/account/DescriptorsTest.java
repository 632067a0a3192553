package org.fapiaosuite.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a request opens, it closes. A trusted proxy whose name had to be looked up once cost a
 * socket with each request, until none was left.
 */
@QuarkusTest
class DescriptorsTest {

  private static final int REQUESTS = 300;

  /** What pools and other threads may open meanwhile; a leak of one a request is far above it. */
  private static final int OTHERS = 60;

  /** One connection, kept: the test's own descriptors are not to be counted. */
  private final HttpClient caller =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @SuppressWarnings("NullAway.Init") // by Quarkus
  @TestHTTPResource("/api/v1/contact")
  URI contact;

  @BeforeEach
  void warmUp() throws IOException, InterruptedException {
    ask(20);
  }

  @Test
  void requests_leave_no_descriptor_open() throws IOException, InterruptedException {
    long before = openDescriptors();

    ask(REQUESTS);

    long left = openDescriptors() - before;
    assertTrue(left < OTHERS, () -> left + " descriptors more after " + REQUESTS + " requests");
  }

  private void ask(int requests) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(contact).build();
    for (int i = 0; i < requests; i++) {
      assertEquals(200, caller.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
  }

  private static long openDescriptors() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getOpenFileDescriptorCount();
  }
}
