package org.fapiaosuite.rest.trust;

import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The keys at {@code mp.jwt.verify.publickey.location}, a JSON Web Key Set at an http(s) or file
 * address. Fetched once a minute; those known stay in use while the publisher is away, over a
 * restart too where there is a place to keep them ({@link KeptKeys}).
 */
@DefaultBean
@Singleton
class PublishedKeys implements AccessKeys, Runnable {

  private static final Logger LOG = Logger.getLogger(PublishedKeys.class);

  private final Optional<String> location;
  private final List<KeptKeys> kept;
  private final TrustConfig config;
  private final ReentrantLock fetching = new ReentrantLock();
  private final Thread thread = new Thread(this, "published-keys");
  private volatile Map<String, PublicKey> keys = Map.of();
  private volatile long triedAt = System.nanoTime() - TimeUnit.HOURS.toNanos(1);
  private volatile boolean running;

  PublishedKeys(
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location,
      @All List<KeptKeys> kept,
      TrustConfig config) {
    this.location = location.filter(address -> address.contains(":"));
    this.kept = kept;
    this.config = config;
  }

  /** After the database's tables are there, since the kept keys may be in one of them. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
    if (location.isEmpty()) {
      return;
    }
    for (KeptKeys shelf : kept) {
      shelf.read().ifPresent(this::take);
    }
    running = true;
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(config.keysTimeout().multipliedBy(2).toMillis());
  }

  @Override
  public Optional<PublicKey> publicKey(String id) {
    if (!keys.containsKey(id) && !id.isEmpty() && mayFetch()) {
      try { // a new key may have been published a moment ago
        if (mayTryAgain()) {
          fetch();
        }
      } finally {
        fetching.unlock();
      }
    }
    return Optional.ofNullable(keys.get(id));
  }

  /**
   * Who knows keys does not wait for somebody else's try, since any stranger can name an unknown
   * one. Without any key nobody can be believed yet, and the first callers wait for them.
   */
  private boolean mayFetch() {
    if (!keys.isEmpty()) {
      return mayTryAgain() && fetching.tryLock();
    }
    try {
      return location.isPresent()
          && fetching.tryLock(config.keysTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean mayTryAgain() {
    return location.isPresent() && System.nanoTime() - triedAt >= config.keysRetryDelay().toNanos();
  }

  @Override
  public void run() {
    try {
      while (running) {
        fetching.lock();
        try {
          fetch();
        } finally {
          fetching.unlock();
        }
        Duration rest = keys.isEmpty() ? config.keysRetryDelay() : config.keysRefreshInterval();
        TimeUnit.MILLISECONDS.sleep(rest.toMillis());
      }
    } catch (InterruptedException e) {
      LOG.debug("published keys: stopped");
    }
  }

  private void fetch() {
    URI address = URI.create(location.orElseThrow());
    try {
      String jwks =
          "file".equals(address.getScheme())
              ? Files.readString(Path.of(address))
              : request(address);
      if (take(jwks)) {
        kept.forEach(shelf -> shelf.keep(jwks));
      }
    } catch (IOException e) {
      LOG.infof("published keys cannot be had, known=%d error=%s", keys.size(), e.getClass());
    } finally {
      triedAt = System.nanoTime();
    }
  }

  private String request(URI address) throws IOException {
    int timeout = Math.toIntExact(config.keysTimeout().toMillis());
    Get get = new Get();
    get.setConnectTimeout(timeout);
    get.setReadTimeout(timeout);
    get.setRetries(0);
    return get.get(address.toString()).getBody();
  }

  /** Uses these keys from now on, unless they are those in use or none; true for new ones. */
  private boolean take(String jwks) {
    try {
      Map<String, PublicKey> read = new HashMap<>();
      for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
        if (key instanceof EllipticCurveJsonWebKey curve && curve.getKeyId() != null) {
          read.put(curve.getKeyId(), curve.getECPublicKey());
        }
      }
      if (read.isEmpty() || read.equals(keys)) {
        return false;
      }
      keys = Map.copyOf(read);
      LOG.infof("published keys taken, keys=%s", read.keySet());
      return true;
    } catch (JoseException e) {
      LOG.warnf("published keys are no JSON Web Key Set, known=%d", keys.size());
      return false;
    }
  }
}
