package org.fapiaosuite.rest.trust;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The other services' public keys by their names; whoever is not in here is not a service. */
public final class ServiceTrust {

  /** What a service may do: ask for secrets. */
  public static final String ROLE = "SERVICE";

  private final String ownName;
  private final Map<String, PublicKey> keys = new HashMap<>();

  /**
   * Reads the trust set.
   *
   * @param ownName whom a token has to be made out to
   * @param file a JSON Web Key Set with each service's name as {@code kid}
   * @throws UncheckedIOException when the file cannot be read
   * @throws IllegalStateException when it is no key set, or two services have one key
   */
  public ServiceTrust(String ownName, Path file) {
    this.ownName = ownName;
    try {
      for (JsonWebKey key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
        if (key instanceof EllipticCurveJsonWebKey curve && curve.getKeyId() != null) {
          add(curve.getKeyId(), curve.getECPublicKey(), file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (JoseException e) {
      throw new IllegalStateException("no JSON Web Key Set: " + file, e);
    }
  }

  /** What is wrong with a trust set, for who starts a service with it; empty when nothing is. */
  public static Optional<String> flaw(Path file) {
    try {
      return new ServiceTrust("", file).keys.isEmpty()
          ? Optional.of("holds no key: " + file)
          : Optional.empty();
    } catch (IllegalStateException | UncheckedIOException e) {
      return Optional.of("is no trust set: " + e.getMessage());
    }
  }

  private void add(String name, PublicKey key, Path file) {
    keys.forEach(
        (other, others) -> {
          if (others.equals(key)) {
            throw new IllegalStateException(
                "%s and %s have one key, each must have its own: %s".formatted(other, name, file));
          }
        });
    keys.put(name, key);
  }

  /** The public key of the service of this name. */
  Optional<PublicKey> publicKey(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  /**
   * The service that signed the token.
   *
   * @param configured what is demanded of every token, such as that it has not expired
   * @param key of the service that the token names
   * @throws ParseException when that service did not sign it, or not for this one, or it claims to
   *     be more than a service
   */
  JWTCallerPrincipal verify(SignedToken token, PublicKey key, JWTAuthContextInfo configured)
      throws ParseException {
    JWTCallerPrincipal caller = token.verify(configured, key, token.keyId(), ownName);
    if (!Set.of(ROLE).equals(caller.getGroups())) {
      throw new ParseException("a service is nothing but a service");
    }
    return caller;
  }
}
