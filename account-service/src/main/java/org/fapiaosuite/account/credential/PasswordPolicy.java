package org.fapiaosuite.account.credential;

import com.nulabinc.zxcvbn.StandardDictionaries;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * Which passwords are accepted: length in code points, nothing from the list of the most used ones,
 * nothing that repeats one or two characters, nothing that is little more than our own words or the
 * owner's (OWASP ASVS 5.0, 6.2). No rules on kinds of characters, no expiry.
 */
@ApplicationScoped
public class PasswordPolicy {

  private static final List<String> OUR_WORDS =
      List.of("fapiao", "office365", "office", "microsoft", "21vianet", "vianet", "password");

  /** Letters a password must keep when the known words are cut out of it. */
  private static final int LEAST_OWN_LETTERS = 4;

  private static final int SHORTEST_WORD = 4;

  /** {@code aaaaaaaa} and {@code abababab} are among the first that are tried. */
  private static final int LEAST_DIFFERENT = 3;

  private final CredentialConfig config;
  private final Set<String> common;

  PasswordPolicy(CredentialConfig config) {
    this.config = config;
    this.common = mostUsed(config.shortest());
  }

  /**
   * Refuses a password that is not acceptable.
   *
   * @param field of the request, for the violation
   * @param ownWords what an attacker would try first: the address, the order number
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 with what is wrong
   */
  public void check(String field, String typed, String... ownWords) {
    // Counted and compared in the form in which it is hashed.
    String password = Normalizer.normalize(typed, Normalizer.Form.NFC);
    int length = password.codePointCount(0, password.length());
    if (length < config.shortest() || length > config.longest()) {
      throw StandardProblem.VALIDATION
          .with()
          .violation(field, "violation.password.length", config.shortest(), config.longest());
    }
    String folded = password.toLowerCase(Locale.ROOT);
    if (common.contains(folded)) {
      throw StandardProblem.VALIDATION.with().violation(field, "violation.password.common");
    }
    if (folded.codePoints().distinct().count() < LEAST_DIFFERENT) {
      throw StandardProblem.VALIDATION.with().violation(field, "violation.password.repetition");
    }
    if (isLittleMoreThan(folded, ownWords)) {
      throw StandardProblem.VALIDATION.with().violation(field, "violation.password.context");
    }
  }

  private static boolean isLittleMoreThan(String folded, String... ownWords) {
    List<String> words =
        Stream.concat(
                OUR_WORDS.stream(),
                Stream.of(ownWords)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[@.]")))))
            .filter(word -> word.length() >= SHORTEST_WORD)
            .toList();
    String rest = folded;
    for (String word : words) {
      rest = rest.replace(word, "");
    }
    return !rest.equals(folded)
        && rest.codePoints().filter(Character::isLetter).count() < LEAST_OWN_LETTERS;
  }

  private static Set<String> mostUsed(int shortest) {
    try {
      Set<String> words = new HashSet<>();
      for (String word : StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies()) {
        if (word.length() >= shortest) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("the list of the most used passwords is not readable", e);
    }
  }
}
