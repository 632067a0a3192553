package org.fapiaosuite.account.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.fapiaosuite.account.keys.MasterKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps and checks passwords: Argon2id at the cost of {@link HashCost#ASVS}, over an HMAC with a
 * pepper that is not in the database. A password is hashed in its composed form (NFC), in UTF-8,
 * without any other folding. Hashes from before that are of what was typed, are compared with what
 * is typed, and are renewed at the next sign-in; each try costs one hash, whichever it is.
 */
@ApplicationScoped
public class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  /** Base64 of the pepper's version, 1. */
  private static final String PEPPER = "MQ";

  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  private final MasterKey master;
  private final HashPermit permit;
  private final HashCost cost;
  private final SecureRandom random = new SecureRandom();
  private final PasswordHash nobodys;

  Passwords(MasterKey master, HashPermit permit, HashCost cost) {
    this.master = master;
    this.permit = permit;
    this.cost = cost;
    this.nobodys = fresh();
  }

  /** What a check found. */
  public enum Outcome {
    WRONG,
    RIGHT,
    /** Right, but stored at an older cost or as it was typed: worth hashing anew. */
    RIGHT_BUT_OUTDATED
  }

  /** The PHC string to store. Slow on purpose. */
  public String hash(String password) {
    return hash(password, fresh());
  }

  String hash(String password, PasswordHash salted) {
    return permit.run(() -> salted.withTag(tag(salted, password)).phc());
  }

  /**
   * Compares a password with a stored hash. Takes as long when there is none, so that time does not
   * tell whether an account exists.
   *
   * @param stored PHC string, null when there is no account or no password yet
   */
  public Outcome check(@Nullable String stored, String password) {
    PasswordHash known = stored == null ? nobodys : PasswordHash.parse(stored).orElse(nobodys);
    boolean equal =
        permit.run(() -> MessageDigest.isEqual(bytes(known.tag()), bytes(tag(known, password))));
    if (!equal) {
      return Outcome.WRONG;
    }
    return known.isAsGoodAs(nobodys) ? Outcome.RIGHT : Outcome.RIGHT_BUT_OUTDATED;
  }

  private PasswordHash fresh() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(
        cost.memory(), cost.passes(), cost.lanes(), PEPPER, true, BASE64.encodeToString(salt), "");
  }

  private String tag(PasswordHash hash, String password) {
    byte[] peppered = master.mac("pepper-" + hash.pepper(), hash.hashed(password).getBytes(UTF_8));
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(hash.memory())
            .withIterations(hash.passes())
            .withParallelism(hash.lanes())
            .withSalt(Base64.getDecoder().decode(hash.salt()))
            .build());
    byte[] tag = new byte[TAG_BYTES];
    argon2.generateBytes(peppered, tag);
    return BASE64.encodeToString(tag);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
