package org.fapiaosuite.rest.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicInteger asked = new AtomicInteger();
  private final Shelf shelf = new Shelf();
  private @Nullable HttpServer publisher;
  private @Nullable PublishedKeys keys;
  private volatile @Nullable String published;

  /** Keeps keys as a database would. */
  private static final class Shelf implements KeptKeys {
    private volatile @Nullable String jwks;

    @Override
    public Optional<String> read() {
      return Optional.ofNullable(jwks);
    }

    @Override
    public void keep(String fresh) {
      jwks = fresh;
    }
  }

  @BeforeEach
  void publish() throws IOException {
    publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    publisher.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = published == null ? new byte[0] : published.getBytes(UTF_8);
          exchange.sendResponseHeaders(published == null ? 503 : 200, body.length + 1L);
          exchange.getResponseBody().write(body);
          exchange.getResponseBody().write('\n');
          exchange.close();
        });
    publisher.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (keys != null) {
      keys.stop(new ShutdownEvent());
    }
    if (publisher != null) {
      publisher.stop(0);
    }
  }

  @Test
  void a_key_that_has_just_been_published_is_found_without_waiting() throws Exception {
    // Given
    Signer first = Signer.named("first");
    Signer next = Signer.named("next");
    published = Signer.published(first);
    PublishedKeys keys = started(HOUR);
    assertKnown(first, keys);

    // When
    published = Signer.published(first, next);

    // Then
    assertKnown(next, keys);
    assertKnown(first, keys);
    assertEquals(Optional.of(published), shelf.read().map(String::strip));
  }

  @Test
  void a_key_that_is_no_longer_published_is_no_longer_believed() throws Exception {
    // Given
    Signer old = Signer.named("old");
    Signer fresh = Signer.named("fresh");
    published = Signer.published(old);
    PublishedKeys keys = started(HOUR);
    assertKnown(old, keys);

    // When
    published = Signer.published(fresh);
    assertKnown(fresh, keys); // looks, and takes what is published now

    // Then
    assertEquals(Optional.empty(), keys.publicKey("old"));
  }

  @Test
  void keys_stay_while_their_publisher_is_away_or_talks_nonsense() throws Exception {
    // Given
    Signer signer = Signer.named("one");
    published = Signer.published(signer);
    PublishedKeys keys = started(HOUR);
    assertKnown(signer, keys);

    // When, Then
    for (String nonsense : new String[] {null, "", "x", "[]", "{}", "{\"keys\":[]}"}) {
      published = nonsense;
      int before = asked.get();
      await().until(() -> keys.publicKey("another").isEmpty() && asked.get() > before);
      assertKnown(signer, keys);
    }
  }

  @Test
  void a_start_without_their_publisher_believes_the_keys_that_were_kept() throws Exception {
    // Given
    Signer signer = Signer.named("one");
    shelf.keep(Signer.published(signer));

    // When
    PublishedKeys keys = started(HOUR);

    // Then
    assertKnown(signer, keys);
  }

  private PublishedKeys started(Duration interval) {
    String address =
        "http://127.0.0.1:"
            + Objects.requireNonNull(publisher).getAddress().getPort()
            + "/jwks.json";
    keys =
        new PublishedKeys(Optional.of(address), List.of(shelf), Configured.fetchingEvery(interval));
    keys.start(new StartupEvent());
    return keys;
  }

  /**
   * Who asks while somebody else is fetching does not wait for that, so it may take a few times.
   */
  private static void assertKnown(Signer signer, PublishedKeys keys) {
    Optional<PublicKey> key = Optional.of(signer.key().getPublicKey());
    await().until(() -> keys.publicKey(signer.keyId()).equals(key));
  }
}
