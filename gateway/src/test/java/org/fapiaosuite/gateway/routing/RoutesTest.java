package org.fapiaosuite.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  @ParameterizedTest
  @CsvSource({
    "/.well-known/jwks.json,ACCOUNT",
    "/api/v1/token,ACCOUNT",
    "/api/v1/registrations,ACCOUNT",
    "/api/v1/activations,ACCOUNT",
    "/api/v1/activations/resend,ACCOUNT",
    "/api/v1/sessions,ACCOUNT",
    "/api/v1/sessions/refresh,ACCOUNT",
    "/api/v1/sessions/current,ACCOUNT",
    "/api/v1/password-resets,ACCOUNT",
    "/api/v1/account,ACCOUNT",
    "/api/v1/account/password,ACCOUNT",
    "/api/v1/account/email-changes,ACCOUNT",
    "/api/v1/account/export,ACCOUNT",
    "/api/v1/account/orders,ACCOUNT",
    "/api/v1/email-changes/confirmations,ACCOUNT",
    "/api/v1/claims/approvals,ACCOUNT",
    "/api/v1/contact,ACCOUNT",
    "/api/v1/password-policy,ACCOUNT",
    "/api/v1/staff,ACCOUNT",
    "/api/v1/orders,ORDER_SYNC",
    "/api/v1/orders/E0700K3M9Q/invoice,ORDER_SYNC",
    "/api/v1/order-sync/reconciliations,ORDER_SYNC",
    "/api/v1/order-sync/orders/E1/resync,ORDER_SYNC",
    "/api/v1/platforms/simulator/events,ORDER_SYNC",
    "/api/v1/platforms/simulator/events/batch,ORDER_SYNC",
    "/api/v1/bills,FAPIAO",
    "/api/v1/bills/1/application-defaults,FAPIAO",
    "/api/v1/titles/1,FAPIAO",
    "/api/v1/applications/1/confirmation,FAPIAO",
    "/api/v1/applications/1/progress/stream,FAPIAO",
    "/api/v1/fapiaos/1/documents/PDF,FAPIAO",
    "/api/v1/delivery-methods,FAPIAO",
    "/api/v1/regions,FAPIAO",
    "/api/v1/notices,FAPIAO",
    "/api/v1/support-cases/1/messages,FAPIAO",
    "/api/v1/service-centre/applications/1/mail-out,FAPIAO",
    "/api/v1/service-centre/calendar/2026,FAPIAO",
    "/api/v1/notifications/1/preview,NOTIFICATION",
    "/api/v1/notifications/suppressions/a@b.example,NOTIFICATION"
  })
  void every_address_of_the_api_has_its_service_and_stays_as_it_is(String path, Upstream service) {
    Route route = Routes.find(path).orElseThrow();

    assertEquals(service, route.upstream());
    assertEquals(path, route.targetOf(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/ops/account/dead-letters,ACCOUNT,/api/v1/dead-letters",
    "/api/v1/ops/order-sync/dead-letters/7/redrive,ORDER_SYNC,/api/v1/dead-letters/7/redrive",
    "/api/v1/ops/fapiao/dead-letters/7,FAPIAO,/api/v1/dead-letters/7",
    "/api/v1/ops/notification/dead-letters,NOTIFICATION,/api/v1/dead-letters",
    "/api/v1/ops/account/audit,ACCOUNT,/api/v1/audit",
    "/api/v1/ops/order-sync/audit,ORDER_SYNC,/api/v1/audit",
    "/api/v1/ops/notification/audit/verification,NOTIFICATION,/api/v1/audit/verification",
    "/api/v1/service-centre/audit,FAPIAO,/api/v1/audit",
    "/api/v1/service-centre/audit/verification,FAPIAO,/api/v1/audit/verification",
    "/api/v1/service-centre/staff,ACCOUNT,/api/v1/staff",
    "/api/v1/service-centre/staff/7,ACCOUNT,/api/v1/staff/7",
    "/api/openapi/account,ACCOUNT,/q/openapi"
  })
  void a_few_are_served_under_another_address(String path, Upstream service, String target) {
    Route route = Routes.find(path).orElseThrow();

    assertEquals(service, route.upstream());
    assertEquals(target, route.targetOf(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/internal/secrets",
    "/q/metrics",
    "/q/openapi",
    "/api/v1/dead-letters",
    "/api/v1/ops/account/secrets",
    "/api/v1/audit",
    "/api/v1/ops/fapiao/audit",
    "/api/v1/billsx",
    "/api/v1/bill",
    "/api/v1/tokens",
    "/api/v1/token/x",
    "/api/v1/platforms/simulator",
    "/api/v1/platforms/simulator/events/x",
    "/api/v1/platforms//events",
    "/api/v1",
    "/"
  })
  void nothing_else_is_routed(String path) {
    assertTrue(Routes.find(path).isEmpty());
  }

  @Test
  void no_row_leads_to_the_inside_of_a_service() {
    for (Route route : Routes.TABLE) {
      assertFalse(route.pattern().startsWith("/internal"), route.pattern());
      assertFalse(route.pattern().startsWith("/q"), route.pattern());
      assertFalse(route.target().startsWith("/internal"), route.target());
      if (route.target().startsWith("/q/")) {
        assertEquals("/q/openapi", route.target());
        assertFalse(route.pattern().endsWith("/**"), "only the description itself");
      }
    }
  }
}
