package org.fapiaosuite.notification.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.templates.MailKind;
import org.jboss.logging.Logger;

/** Asks account-service, in the reader's stead, for what they could ask for themselves. */
@ApplicationScoped
public class FreshRequests {
  private static final Logger LOG = Logger.getLogger(FreshRequests.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SecretConfig config;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  FreshRequests(SecretConfig config) {
    this.config = config;
  }

  /** How account-service took it. */
  public enum Answer {
    /** Its mail follows, as far as there is anything to mail. */
    MADE,
    /** This takes the reader's password or click; staff cannot. */
    ONLY_THE_READER_CAN,
    /** It does not answer, or has had too many. */
    OWNER_AWAY
  }

  /** Makes a new request of this kind for an address. */
  public Answer ask(MailKind kind, EmailAddress address) {
    Optional<String> path = path(kind);
    if (path.isEmpty()) {
      return Answer.ONLY_THE_READER_CAN;
    }
    try {
      HttpResponse<Void> response =
          http.send(request(path.get(), address), HttpResponse.BodyHandlers.discarding());
      if (response.statusCode() == 202) {
        return Answer.MADE;
      }
      LOG.warnf("request was not accepted, kind=%s status=%d", kind, response.statusCode());
      return Answer.OWNER_AWAY;
    } catch (IOException e) {
      LOG.warnf("owner did not answer, kind=%s error=%s", kind, e.getClass().getSimpleName());
      return Answer.OWNER_AWAY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.OWNER_AWAY;
    }
  }

  private static Optional<String> path(MailKind kind) {
    return kind.secret()
        .flatMap(
            secret ->
                switch (secret) {
                  case ACTIVATION -> Optional.of("/api/v1/activations/resend");
                  case TEMPORARY_PASSWORD -> Optional.of("/api/v1/password-resets");
                  case CLAIM_CODE, CLAIM_APPROVAL, EMAIL_CHANGE, PICKUP_CODE -> Optional.empty();
                });
  }

  private HttpRequest request(String path, EmailAddress address) throws JsonProcessingException {
    return HttpRequest.newBuilder(URI.create(config.owners().account() + path))
        .timeout(config.secretTimeout())
        .header("Content-Type", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                JSON.writeValueAsString(Map.of("email", address.text()))))
        .build();
  }
}
