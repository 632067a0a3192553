package org.fapiaosuite.account.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Phone and branch, for everybody. */
@Path("/api/v1/contact")
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {

  private final ContactConfig config;

  ContactResource(ContactConfig config) {
    this.config = config;
  }

  /** How to reach people. */
  public record Contact(String servicePhone, Branch branch) {

    /** A place with somebody to ask for. */
    public record Branch(String address, String contact, String phone) {}
  }

  @GET
  @PermitAll
  @Operation(operationId = "getContact", summary = "Service phone and branch")
  public Contact contact() {
    ContactConfig.Branch branch = config.branch();
    return new Contact(
        config.servicePhone(),
        new Contact.Branch(branch.address(), branch.contact(), branch.phone()));
  }
}
