package org.fapiaosuite.gateway.routing;

import static io.vertx.core.http.HttpMethod.POST;
import static org.fapiaosuite.gateway.routing.Route.to;
import static org.fapiaosuite.gateway.routing.Upstream.ACCOUNT;
import static org.fapiaosuite.gateway.routing.Upstream.FAPIAO;
import static org.fapiaosuite.gateway.routing.Upstream.NOTIFICATION;
import static org.fapiaosuite.gateway.routing.Upstream.ORDER_SYNC;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fapiaosuite.gateway.limits.Limit;

/**
 * The table of all routes; the first row that matches counts. What is not in it does not exist for
 * the world, {@code /internal/**} and the services' {@code /q/**} above all.
 */
public final class Routes {

  static final List<Route> TABLE =
      List.of(
          // who you are
          to(ACCOUNT, "/.well-known/jwks.json"),
          to(ACCOUNT, "/api/v1/token").limited(POST, Limit.EXCHANGE),
          to(ACCOUNT, "/api/v1/registrations/**").limited(POST, Limit.REGISTRATION),
          to(ACCOUNT, "/api/v1/activations/resend").limited(POST, Limit.RESEND),
          to(ACCOUNT, "/api/v1/activations/**"),
          to(ACCOUNT, "/api/v1/sessions").limited(POST, Limit.LOGIN),
          to(ACCOUNT, "/api/v1/sessions/current").endsSession(),
          to(ACCOUNT, "/api/v1/sessions/**"),
          to(ACCOUNT, "/api/v1/password-resets/**").limited(POST, Limit.RESET),
          to(ACCOUNT, "/api/v1/account/orders").limited(POST, Limit.CLAIM),
          to(ACCOUNT, "/api/v1/account/**"),
          to(ACCOUNT, "/api/v1/email-changes/**"),
          to(ACCOUNT, "/api/v1/claims/**"),
          to(ACCOUNT, "/api/v1/contact"),
          to(ACCOUNT, "/api/v1/password-policy"),
          to(ACCOUNT, "/api/v1/staff/**"),
          to(ACCOUNT, "/api/v1/service-centre/staff/**").servedAs("/api/v1/staff"),
          // what was paid
          to(ORDER_SYNC, "/api/v1/platforms/{platform}/events/batch")
              .bodyUpToKib(1024)
              .limited(POST, Limit.PUSH),
          to(ORDER_SYNC, "/api/v1/platforms/{platform}/events")
              .bodyUpToKib(256)
              .limited(POST, Limit.PUSH),
          to(ORDER_SYNC, "/api/v1/orders/**"),
          to(ORDER_SYNC, "/api/v1/order-sync/**"),
          // what must be invoiced
          to(FAPIAO, "/api/v1/bills/**"),
          to(FAPIAO, "/api/v1/titles/**"),
          to(FAPIAO, "/api/v1/applications/{id}/progress/stream").staysOpen(),
          to(FAPIAO, "/api/v1/applications/**"),
          to(FAPIAO, "/api/v1/fapiaos/**"),
          to(FAPIAO, "/api/v1/delivery-methods"),
          to(FAPIAO, "/api/v1/regions"),
          to(FAPIAO, "/api/v1/notices/**"),
          to(FAPIAO, "/api/v1/support-cases/{id}/files").bodyUpToKib(6 * 1024),
          to(FAPIAO, "/api/v1/support-cases/**"),
          to(FAPIAO, "/api/v1/service-centre/audit/**").servedAs("/api/v1/audit"),
          to(FAPIAO, "/api/v1/service-centre/support-cases/{id}/files").bodyUpToKib(6 * 1024),
          to(FAPIAO, "/api/v1/service-centre/**"),
          // who must hear of it
          to(NOTIFICATION, "/api/v1/notifications/**"),
          // events that could not be handled, per service
          deadLetters(ACCOUNT),
          deadLetters(ORDER_SYNC),
          deadLetters(FAPIAO),
          deadLetters(NOTIFICATION),
          // who of the staff did and saw what; fapiao-service's stands above
          audit(ACCOUNT),
          audit(ORDER_SYNC),
          audit(NOTIFICATION),
          // what each service can do
          openApi(ACCOUNT),
          openApi(ORDER_SYNC),
          openApi(FAPIAO),
          openApi(NOTIFICATION));

  /** Other names of what has one: nobody is told of them. */
  private static final Set<String> UNTOLD = Set.of("/api/v1/service-centre/staff/**");

  private static final String[][] SEGMENTS =
      TABLE.stream().map(Route::segments).toArray(String[][]::new);

  private Routes() {}

  private static Route deadLetters(Upstream service) {
    return to(service, "/api/v1/ops/" + service.slug() + "/dead-letters/**")
        .servedAs("/api/v1/dead-letters");
  }

  private static Route audit(Upstream service) {
    return to(service, "/api/v1/ops/" + service.slug() + "/audit/**").servedAs("/api/v1/audit");
  }

  private static Route openApi(Upstream service) {
    return to(service, "/api/openapi/" + service.slug()).servedAs("/q/openapi");
  }

  /** The row for a path that has passed the path rules. */
  public static Optional<Route> find(String path) {
    String[] segments = path.split("/", -1);
    for (int i = 0; i < SEGMENTS.length; i++) {
      if (TABLE.get(i).matches(segments, SEGMENTS[i])) {
        return Optional.of(TABLE.get(i));
      }
    }
    return Optional.empty();
  }

  /** The patterns of what a service has built, for whoever wants to know what there is. */
  public static List<String> patternsOf(Upstream upstream) {
    return TABLE.stream()
        .filter(route -> route.upstream() == upstream)
        .map(Route::pattern)
        .filter(pattern -> !UNTOLD.contains(pattern))
        .toList();
  }
}
