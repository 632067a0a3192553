package org.fapiaosuite.account.owner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service knows of the account's owner (PIPL, article 45).
 *
 * @param account the account itself
 * @param sessions where they are signed in
 * @param further where the other services hand out the rest, to the same access token
 */
public record AccountExport(AccountView account, List<Device> sessions, List<Part> further) {

  private static final List<Part> FURTHER =
      List.of(
          new Part("orders", "/api/v1/orders"),
          new Part("bills", "/api/v1/bills"),
          new Part("titles", "/api/v1/titles"),
          new Part("applications", "/api/v1/applications"),
          new Part("fapiaos", "/api/v1/fapiaos"),
          new Part("support-cases", "/api/v1/support-cases"));

  static AccountExport of(AccountView account, List<Session> sessions) {
    return new AccountExport(account, sessions.stream().map(Device::of).toList(), FURTHER);
  }

  /**
   * Something that another service knows.
   *
   * @param name what it is. Example: {@code titles}.
   * @param href the list, with {@code nextCursor} as long as there is more. Example: {@code
   *     /api/v1/titles}.
   */
  public record Part(String name, String href) {}

  /**
   * A signed-in device.
   *
   * @param id of the session
   * @param device what the browser calls itself, its {@code User-Agent}. Example: {@code
   *     Mozilla/5.0 (Windows NT 10.0; Win64; x64)}.
   * @param createdAt when it signed in
   * @param lastUsedAt when it last got an access token
   * @param endsAt when it is signed out at the latest
   */
  public record Device(
      UUID id, @Nullable String device, Instant createdAt, Instant lastUsedAt, Instant endsAt) {

    static Device of(Session session) {
      return new Device(
          session.id(),
          session.device(),
          session.createdAt(),
          session.lastUsedAt(),
          session.endsAt());
    }
  }
}
