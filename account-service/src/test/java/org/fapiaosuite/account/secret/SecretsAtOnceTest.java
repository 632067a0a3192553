package org.fapiaosuite.account.secret;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/** Somebody asks for another temporary password while the mail with the one before leaves. */
@QuarkusTest
class SecretsAtOnceTest {

  private static final SecretKind KIND = SecretKind.TEMPORARY_PASSWORD;

  @Inject SecretDesk secrets;

  private final UUID subject = UUID.randomUUID();

  @Test
  void the_next_request_waits_for_the_mint_of_the_one_before_and_takes_its_place()
      throws Exception {
    // Given a mail whose secret is being minted
    UUID first = requested();
    QuarkusTransaction.begin();
    secrets.mint(KIND, first.toString());

    // When the next one is asked for
    CompletableFuture<UUID> asked = CompletableFuture.supplyAsync(this::requested);
    await().until(SecretsAtOnceTest::somebodyWaitsForALock);
    QuarkusTransaction.commit();
    UUID second = asked.get(1, TimeUnit.MINUTES);

    // Then
    assertThrows(SecretSource.NoLongerWanted.class, () -> secrets.mint(KIND, first.toString()));
    assertTrue(secrets.mint(KIND, second.toString()).isPresent());
  }

  private UUID requested() {
    return QuarkusTransaction.requiringNew().call(() -> secrets.request(KIND, subject));
  }

  private static boolean somebodyWaitsForALock() {
    return !Database.query(
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE wait_event_type = 'Lock' AND datname = current_database()")
        .equals("0");
  }
}
