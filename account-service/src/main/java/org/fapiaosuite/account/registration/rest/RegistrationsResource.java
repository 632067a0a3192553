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
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Registering with the order number of the confirmation mail. */
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
   * @param orderNumber from the confirmation mail: 1 to 64 letters, digits, dots, underscores and
   *     hyphens; case matters. Example: {@code E0700K3M9Q}.
   * @param email where the activation mail goes, and what one signs in with; need not be the
   *     address of the order. Example: {@code finance@contoso.example}.
   * @param password at least 8 characters, hard to guess. Example: {@code correct horse battery}.
   * @param claimCode from the link in the confirmation mail, {@code /register#order=…&claim=…};
   *     proves that the order is one's own. Without it, and with another address than the order's,
   *     the payer is asked. Example: {@code 0ZW4-7KQM-2T9R}.
   * @param locale language of the mails: zh-CN, en or de; that of the request when absent. Example:
   *     {@code zh-CN}.
   */
  public record RegisterRequest(
      @NotBlank @ValidOrderNumber String orderNumber,
      @NotNull @MailAddress String email,
      @NotNull String password,
      @Nullable @Size(max = 64) String claimCode,
      @Nullable @Pattern(regexp = "zh-CN|en|de", message = "{fapiaosuite.locale}") String locale) {}

  /**
   * Registers an account with an order.
   *
   * <p>A mail with an activation link follows. The answer is always the same, whether the order or
   * the address is known or not; an order that is not known yet is waited for, and the mail comes
   * with it.
   *
   * @throws ProblemException 422 when the password is too short or too easy to guess, or another
   *     value is not acceptable; see {@code violations}
   */
  @POST
  @PermitAll
  @Operation(operationId = "register", summary = "Register with an order")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; always the same answer, whatever is known.")
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
