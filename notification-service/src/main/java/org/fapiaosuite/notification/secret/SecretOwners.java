package org.fapiaosuite.notification.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.notification.templates.SecretKind;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the services that own secrets for them: {@code POST /internal/secrets}. The owner makes the
 * same secret for the same subject each time, so a mail that is sent twice carries the same one.
 */
@ApplicationScoped
public class SecretOwners {
  private static final Logger LOG = Logger.getLogger(SecretOwners.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_CHARACTERS = 1000;

  /** What the owner takes. */
  private static final int MOST_AT_ONCE = 100;

  private static final int LONGEST_ORDER_NUMBER = 64;

  private final SecretConfig config;
  private final ServiceTokens tokens;
  private final CodesAhead codes;
  private final HttpClient http;
  private final Map<SecretKind.Owner, Long> restsUntil = new ConcurrentHashMap<>();

  SecretOwners(SecretConfig config, ServiceTokens tokens) {
    this.config = config;
    this.tokens = tokens;
    this.codes = new CodesAhead(config.secretsAhead());
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
  }

  /**
   * Asks for one secret.
   *
   * @param subjectId what the owner knows it by, see {@link SecretKind}
   */
  public Answer ask(SecretKind kind, String subjectId) {
    if (!admits(kind.owner())) {
      return Answer.notAsked();
    }
    try {
      HttpResponse<String> response =
          http.send(request(kind, subjectId), HttpResponse.BodyHandlers.ofString());
      return switch (response.statusCode()) {
        case 200 -> answered(kind, read(JSON.readTree(response.body()).path("secret")));
        case 404 -> answered(kind, Answer.notYet());
        case 410 -> answered(kind, Answer.notWanted());
        default -> {
          rest(kind, "status " + response.statusCode());
          yield Answer.notYet();
        }
      };
    } catch (IOException e) {
      rest(kind, e.getClass().getSimpleName());
      return Answer.notYet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.notYet();
    }
  }

  /**
   * Asks for one secret, and where it is a claim code, for those of the mails behind it in the same
   * breath: a code does not expire, so it may be asked for a little ahead. Senders that come
   * meanwhile wait for the answer, or are in the next question.
   */
  public Answer ask(SecretKind kind, String subjectId, MailsBehind behind) {
    if (kind != SecretKind.CLAIM_CODE) {
      return ask(kind, subjectId);
    }
    Answer ahead = codes.take(subjectId);
    return ahead != null ? ahead : codes.join(subjectId, () -> askTogether(subjectId, behind));
  }

  private Answer askTogether(String subjectId, MailsBehind behind) {
    Set<String> waiting = new LinkedHashSet<>(codes.waiting(MOST_AT_ONCE - 1));
    waiting.add(subjectId);
    Set<String> all = new LinkedHashSet<>(waiting);
    if (all.size() < MOST_AT_ONCE) {
      all.addAll(behind.next(MOST_AT_ONCE - all.size()));
    }
    // One that the owner refuses to read must not cost the others their answer.
    all.removeIf(subject -> subject.isBlank() || subject.length() > LONGEST_ORDER_NUMBER);
    if (all.size() < 2 || !all.contains(subjectId)) {
      return ask(SecretKind.CLAIM_CODE, subjectId);
    }
    if (!admits(SecretKind.CLAIM_CODE.owner())) {
      return Answer.notAsked();
    }
    try {
      HttpResponse<String> response =
          http.send(
              request(SecretKind.CLAIM_CODE, "/claim-codes", Map.of("orderNumbers", all)),
              HttpResponse.BodyHandlers.ofString());
      return switch (response.statusCode()) {
        case 200 -> {
          JsonNode given = JSON.readTree(response.body()).path("codes");
          Set<String> notYet = new HashSet<>(all);
          for (String subject : all) {
            Answer answer = read(given.path(subject));
            if (answer.secret() != null || waiting.contains(subject)) {
              codes.keep(subject, answer);
              notYet.remove(subject);
            }
          }
          behind.notYet(notYet);
          Answer own = codes.take(subjectId);
          yield answered(SecretKind.CLAIM_CODE, own == null ? Answer.notYet() : own);
        }
        // An owner of the release before, while both run: it knows one at a time.
        case 404 -> ask(SecretKind.CLAIM_CODE, subjectId);
        default -> {
          rest(SecretKind.CLAIM_CODE, "status " + response.statusCode());
          yield Answer.notYet();
        }
      };
    } catch (IOException e) {
      rest(SecretKind.CLAIM_CODE, e.getClass().getSimpleName());
      return Answer.notYet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.notYet();
    }
  }

  /** The mails that need not be tried now, because the owner of their secret is in trouble. */
  public Set<MailKind> resting() {
    if (restsUntil.isEmpty()) {
      return Set.of();
    }
    return Stream.of(MailKind.values())
        .filter(kind -> kind.secret().map(SecretKind::owner).filter(this::rests).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean rests(SecretKind.Owner owner) {
    Long until = restsUntil.get(owner);
    return until != null && System.nanoTime() - until < 0;
  }

  /**
   * An owner in trouble is not asked for each mail: senders would wait, and it would not help.
   * After its rest one of them asks, while the others hold back a little longer.
   */
  private boolean admits(SecretKind.Owner owner) {
    Long until = restsUntil.get(owner);
    if (until == null) {
      return true;
    }
    long now = System.nanoTime();
    return now - until >= 0
        && restsUntil.replace(owner, until, now + config.secretTimeout().toNanos());
  }

  private Answer answered(SecretKind kind, Answer answer) {
    if (restsUntil.remove(kind.owner()) != null) {
      LOG.infof("owner gives secrets again, owner=%s", kind.owner());
    }
    return answer;
  }

  private void rest(SecretKind kind, String trouble) {
    restsUntil.put(kind.owner(), System.nanoTime() + config.secretPause().toNanos());
    LOG.warnf("owner gave no secret, owner=%s kind=%s trouble=%s", kind.owner(), kind, trouble);
  }

  private HttpRequest request(SecretKind kind, String subjectId) throws JsonProcessingException {
    return request(kind, "", Map.of("kind", kind.name(), "subjectId", subjectId));
  }

  private HttpRequest request(SecretKind kind, String path, Map<String, ?> question)
      throws JsonProcessingException {
    String base =
        switch (kind.owner()) {
          case ACCOUNT -> config.owners().account();
          case FAPIAO -> config.owners().fapiao();
        };
    return HttpRequest.newBuilder(URI.create(base + "/internal/secrets" + path))
        .timeout(config.secretTimeout())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + tokens.tokenFor(kind.owner().service()))
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question)))
        .build();
  }

  private static Answer read(JsonNode secret) {
    String text = secret.asText();
    return secret.isTextual() && !text.isBlank() && text.length() <= MOST_CHARACTERS
        ? new Answer(Answer.Type.SECRET, text)
        : Answer.notYet();
  }

  /** The mails that are due after the one at hand. */
  public interface MailsBehind {

    /** Subjects of the next ones, at most as many. */
    List<String> next(int most);

    /** These need not be tried at once: they were asked for ahead, and in vain. */
    void notYet(Set<String> subjectIds);
  }

  /**
   * What an owner says.
   *
   * @param secret only with {@link Type#SECRET}; never logged, never stored
   */
  public record Answer(Type type, @Nullable String secret) {

    /** What the answer means for the mail. */
    public enum Type {
      /** Here it is. */
      SECRET,
      /** Asked for in vain; ask again later. */
      NOT_YET,
      /** Not asked for, since the owner is in trouble, which is not this mail's fault. */
      NOT_ASKED,
      /** The mail is not needed any more. */
      NOT_WANTED
    }

    static Answer notYet() {
      return new Answer(Type.NOT_YET, null);
    }

    static Answer notAsked() {
      return new Answer(Type.NOT_ASKED, null);
    }

    static Answer notWanted() {
      return new Answer(Type.NOT_WANTED, null);
    }

    @Override
    public String toString() {
      return type.name();
    }
  }
}
