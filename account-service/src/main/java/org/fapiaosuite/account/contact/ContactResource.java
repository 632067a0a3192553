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

  /**
   * How to reach people.
   *
   * @param servicePhone of the service centre, as it is dialled in China. Example: {@code
   *     400-820-0000}.
   * @param branch where paper Fapiao are picked up
   */
  public record Contact(String servicePhone, Branch branch) {

    /**
     * A place with somebody to ask for.
     *
     * @param address in one line, in the caller's language. Example: {@code Keyuan Road No. 88}.
     * @param contact whom to ask for. Example: {@code Zhu qin qin}.
     * @param phone of the branch. Example: {@code 021-28986102}.
     * @param hours when somebody is there, China time, in the caller's language. Example: {@code
     *     Monday to Friday, 9:00 to 17:30}.
     */
    public record Branch(String address, String contact, String phone, String hours) {}
  }

  /**
   * Tells the service phone and the branch where Fapiao are picked up. Needs no access token.
   *
   * @return phone and branch
   */
  @GET
  @PermitAll
  @Translated
  @Operation(operationId = "getContact", summary = "Get service phone and branch")
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
