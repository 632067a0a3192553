package org.fapiaosuite.account.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.language.Translated;

/** Phone and branch, for everybody. */
@Path("/api/v1/contact")
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {

  private final ContactConfig config;
  private final CallerLanguage language;

  ContactResource(ContactConfig config, CallerLanguage language) {
    this.config = config;
    this.language = language;
  }

  /** How to reach people. */
  public record Contact(String servicePhone, Branch branch) {

    /**
     * A place with somebody to ask for.
     *
     * @param address in the caller's language
     * @param hours when somebody is there, China time, in the caller's language
     */
    public record Branch(String address, String contact, String phone, String hours) {}
  }

  @GET
  @PermitAll
  @Translated
  @Operation(operationId = "getContact", summary = "Service phone and branch")
  public Contact contact() {
    ContactConfig.Branch branch = config.branch();
    Locale locale = language.locale();
    return new Contact(
        config.servicePhone(),
        new Contact.Branch(
            branch.address().in(locale),
            branch.contact(),
            branch.phone(),
            branch.hours().in(locale)));
  }
}
