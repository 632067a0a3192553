package org.fapiaosuite.account.exchange;

import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.fapiaosuite.rest.trust.KeptKeys;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/**
 * The public keys of one issuer. Fetched when a token needs them and they are old or lack its key,
 * at a limited rate, so that strangers cannot have the issuer asked at will. Those known stay in
 * use while the issuer is away, over a restart too.
 */
final class IssuerKeys {

  private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
  private static final int MOST_BYTES = 256 * 1024;
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final ExchangeConfig.Issuer issuer;
  private final ExchangeConfig config;
  private final KeptKeys kept;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Map<String, JsonWebKey> keys = Map.of();
  private volatile String taken = "";
  private volatile long fetchedAt = longAgo();
  private volatile long triedAt = longAgo();

  IssuerKeys(ExchangeConfig.Issuer issuer, ExchangeConfig config, KeptKeys kept) {
    this.issuer = issuer;
    this.config = config;
    this.kept = kept;
  }

  /**
   * The key to check a token with. Asks the issuer where it must, so never within a transaction.
   *
   * @param id {@code kid} of the token, from a stranger: any text
   * @param algorithm of the token, one that is taken
   * @throws org.fapiaosuite.rest.problem.ProblemException 503 while no key of the issuer is known
   */
  Optional<PublicKey> publicKey(String id, String algorithm) {
    if (isWorthFetching(id) && lock()) {
      try {
        if (isWorthFetching(id) && isDue(triedAt, config.keysRetryDelay())) {
          fetch();
        }
      } finally {
        fetching.unlock();
      }
    }
    if (keys.isEmpty()) {
      throw StandardProblem.UNAVAILABLE.with().retryAfter(config.keysRetryDelay());
    }
    return Optional.ofNullable(keys.get(id))
        .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
        .map(key -> ((PublicJsonWebKey) key).getPublicKey());
  }

  private boolean isWorthFetching(String id) {
    return !keys.containsKey(id) || isDue(fetchedAt, config.keysRefreshInterval());
  }

  /** Who knows keys does not wait for somebody else's try; without any there is nothing else. */
  private boolean lock() {
    if (!keys.isEmpty()) {
      return isDue(triedAt, config.keysRetryDelay()) && fetching.tryLock();
    }
    try {
      return fetching.tryLock(
          config.keysTimeout().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void fetch() {
    try {
      String jwks = get(address());
      if (take(jwks)) {
        kept.keep(jwks);
      }
    } catch (IOException | JoseException | IllegalArgumentException e) {
      LOG.warnf(
          "keys of issuer cannot be had, issuer=%s known=%d error=%s",
          issuer.issuer(), keys.size(), e.getClass());
      if (keys.isEmpty()) {
        kept.read().ifPresent(this::takeKept);
      }
    } finally {
      triedAt = System.nanoTime();
    }
  }

  /** OpenID Connect Discovery, 4: the document must be that of the issuer itself. */
  private URI address() throws IOException, JoseException {
    if (issuer.jwks().isPresent()) {
      return issuer.jwks().get();
    }
    String base = issuer.issuer().replaceFirst("/$", "");
    Map<String, Object> document = JsonUtil.parseJson(get(URI.create(base + DISCOVERY)));
    if (!issuer.issuer().equals(document.get("issuer"))
        || !(document.get("jwks_uri") instanceof String address)) {
      throw new JoseException("the configuration is of another issuer, or names no keys");
    }
    URI jwks = URI.create(address);
    if (!TrustedIssuer.isSafe(jwks)) {
      throw new JoseException("the keys are at no https address");
    }
    return jwks;
  }

  private String get(URI address) throws IOException {
    int timeout = Math.toIntExact(config.keysTimeout().toMillis());
    Get get = new Get();
    get.setConnectTimeout(timeout);
    get.setReadTimeout(timeout);
    get.setRetries(0);
    get.setResponseBodySizeLimit(MOST_BYTES);
    return get.get(address.toString()).getBody();
  }

  private void takeKept(String jwks) {
    try {
      take(jwks);
    } catch (JoseException e) {
      LOG.warnf("kept keys of issuer cannot be read, issuer=%s", issuer.issuer());
    }
  }

  /** Uses these keys from now on, unless there is none among them; true for other ones. */
  private boolean take(String jwks) throws JoseException {
    Map<String, JsonWebKey> read = new HashMap<>();
    for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
      if (key instanceof PublicJsonWebKey && key.getKeyId() != null && isForSignatures(key)) {
        read.put(key.getKeyId(), key);
      }
    }
    if (read.isEmpty()) {
      throw new JoseException("no key among them");
    }
    boolean others = !jwks.equals(taken);
    keys = Map.copyOf(read);
    taken = jwks;
    fetchedAt = System.nanoTime();
    if (others) {
      LOG.infof("keys of issuer taken, issuer=%s keys=%s", issuer.issuer(), read.keySet());
    }
    return others;
  }

  private static boolean isForSignatures(JsonWebKey key) {
    return key.getUse() == null || key.getUse().equals(Use.SIGNATURE);
  }

  private static boolean isDue(long since, Duration wait) {
    return System.nanoTime() - since >= wait.toNanos();
  }

  private static long longAgo() {
    return System.nanoTime() - TimeUnit.DAYS.toNanos(1);
  }
}
