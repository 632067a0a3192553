package org.fapiaosuite.account.registration.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.address.MailAddress;
import org.fapiaosuite.account.claim.ClaimDesk;
import org.fapiaosuite.account.credential.PasswordPolicy;
import org.fapiaosuite.account.credential.Passwords;
import org.fapiaosuite.account.order.ValidOrderNumber;
import org.fapiaosuite.account.registration.Registration.Application;
import org.fapiaosuite.account.registration.RegistrationDesk;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.kernel.OrderNumber;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.jspecify.annotations.Nullable;

/** Registering with the order number of the confirmation mail (seed row F3). */
@Path("/api/v1/registrations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationsResource {

  private final RegistrationDesk desk;
  private final ClaimDesk claims;
  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final CallerLanguage caller;

  RegistrationsResource(
      RegistrationDesk desk,
      ClaimDesk claims,
      PasswordPolicy policy,
      Passwords passwords,
      CallerLanguage caller) {
    this.desk = desk;
    this.claims = claims;
    this.policy = policy;
    this.passwords = passwords;
    this.caller = caller;
  }

  /**
   * A wish for an account.
   *
   * @param email may equal or differ from the Office 365 account
   * @param claimCode of the confirmation mail's link; proves that the order is one's own
   * @param locale language of the mails; the request's own when absent
   */
  public record RegisterRequest(
      @NotBlank @ValidOrderNumber String orderNumber,
      @NotNull @MailAddress String email,
      @NotNull String password,
      @Nullable @Size(max = 64) String claimCode,
      @Nullable @Pattern(regexp = "zh-CN|en|de", message = "{fapiaosuite.locale}") String locale) {}

  @POST
  @PermitAll
  @Operation(operationId = "register", summary = "Register with an order; a mail follows")
  @APIResponse(responseCode = "202", description = "Always the same, whatever is known")
  public Response register(@Valid RegisterRequest request) {
    String orderNumber = OrderNumber.of(request.orderNumber()).text();
    EmailAddress email = EmailAddress.of(request.email());
    policy.check("password", request.password(), email.key(), orderNumber);
    desk.receive(
        new Application(
            orderNumber, email, locale(request), claims.hashOfCode(request.claimCode())),
        passwords.hash(request.password()));
    return Response.accepted().build();
  }

  private Locale locale(RegisterRequest request) {
    String wished = request.locale();
    return wished == null ? caller.locale() : Locale.forLanguageTag(wished);
  }
}
