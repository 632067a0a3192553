package org.fapiaosuite.account.owner;

import static org.fapiaosuite.account.profile.RoleNames.ADMIN;
import static org.fapiaosuite.account.profile.RoleNames.AUDITOR;
import static org.fapiaosuite.account.profile.RoleNames.CLERK;
import static org.fapiaosuite.account.profile.RoleNames.CUSTOMER;
import static org.fapiaosuite.account.profile.RoleNames.LEAD;
import static org.fapiaosuite.account.profile.RoleNames.SUPPORT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fapiaosuite.account.claim.Claims;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.session.CurrentAccount;
import org.fapiaosuite.account.session.SessionDesk;

/** The account of the one who is signed in. */
@Path("/api/v1/account")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

  private final CurrentAccount current;
  private final CustomerLinks links;
  private final Claims claims;
  private final SessionDesk sessions;
  private final Preferences preferences;
  private final Erasure erasure;

  AccountResource(
      CurrentAccount current,
      CustomerLinks links,
      Claims claims,
      SessionDesk sessions,
      Preferences preferences,
      Erasure erasure) {
    this.current = current;
    this.links = links;
    this.claims = claims;
    this.sessions = sessions;
    this.preferences = preferences;
    this.erasure = erasure;
  }

  /**
   * Shows the account of the caller, with the orders it claims.
   *
   * @return the account
   */
  @GET
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT})
  @Operation(operationId = "getAccount", summary = "Get the own account")
  public AccountView get() {
    return view(current.account());
  }

  /**
   * What an owner changes.
   *
   * @param locale the language of mails from now on: zh-CN, en or de. Example: {@code de}.
   */
  public record ChangeAccountRequest(
      @NotNull @Pattern(regexp = "zh-CN|en|de", message = "{fapiaosuite.locale}") String locale) {}

  /**
   * Changes what an owner may change of the own account: the language of mails.
   *
   * <p>Mails that are on their way already stay as they are.
   *
   * @return the account as it is now
   */
  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CUSTOMER, CLERK, LEAD, ADMIN, AUDITOR, SUPPORT})
  @Operation(operationId = "changeAccount", summary = "Choose the language of mails")
  public AccountView change(@NotNull @Valid ChangeAccountRequest request) {
    UUID account = current.account().id();
    return view(preferences.speak(account, Locale.forLanguageTag(request.locale())));
  }

  private AccountView view(Account account) {
    List<String> customers =
        Stream.concat(links.customersOf(account.id()).stream(), current.customerIds().stream())
            .distinct()
            .toList();
    return AccountView.of(account, customers, claims.of(account.id()));
  }

  /**
   * Hands out everything this service knows of the caller, and where the others hand out the rest
   * (PIPL, article 45).
   *
   * @return account, sessions and the lists of the other services
   */
  @GET
  @Path("/export")
  @RolesAllowed(CUSTOMER)
  @Operation(operationId = "exportAccount", summary = "Export the own data")
  public AccountExport export() {
    return AccountExport.of(get(), sessions.alive(current.account().id()));
  }

  /**
   * Erases the account for good.
   *
   * <p>Address, password, sessions and links are removed, and every token is refused within
   * seconds. Titles, drafts and what was written or filed in support cases are deleted; an
   * application that is open is carried out as it was confirmed, so cancel it before if it is not
   * wanted. Where ended ones went is replaced by pseudonyms; buyers of issued Fapiao and payments
   * are kept for as long as tax law demands.
   */
  @DELETE
  @RolesAllowed(CUSTOMER)
  @Operation(operationId = "eraseAccount", summary = "Erase the own account")
  @APIResponse(responseCode = "204", description = "Erased.")
  public void erase() {
    erasure.of(current.account().id());
  }
}
