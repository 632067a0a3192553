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

  private final SecretConfig config;
  private final ServiceTokens tokens;
  private final HttpClient http;
  private final Map<SecretKind.Owner, Long> restsUntil = new ConcurrentHashMap<>();

  SecretOwners(SecretConfig config, ServiceTokens tokens) {
    this.config = config;
    this.tokens = tokens;
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
        case 200 -> answered(kind, read(response.body()));
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
    String base =
        switch (kind.owner()) {
          case ACCOUNT -> config.owners().account();
          case FAPIAO -> config.owners().fapiao();
        };
    String body = JSON.writeValueAsString(Map.of("kind", kind.name(), "subjectId", subjectId));
    return HttpRequest.newBuilder(URI.create(base + "/internal/secrets"))
        .timeout(config.secretTimeout())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + tokens.tokenFor(kind.owner().service()))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static Answer read(String body) throws JsonProcessingException {
    JsonNode secret = JSON.readTree(body).path("secret");
    String text = secret.asText();
    return secret.isTextual() && !text.isBlank() && text.length() <= MOST_CHARACTERS
        ? new Answer(Answer.Type.SECRET, text)
        : Answer.notYet();
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
