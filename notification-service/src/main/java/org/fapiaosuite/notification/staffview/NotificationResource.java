package org.fapiaosuite.notification.staffview;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.delivery.DeliveryState;
import org.fapiaosuite.notification.delivery.Suppressions;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.notification.templates.MailTexts;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The mails: find one, see what became of it and what it says, have it sent again. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationResource {
  private static final Logger LOG = Logger.getLogger(NotificationResource.class);
  private static final String NOT_SHOWN = "not-shown";

  private final Notifications notifications;
  private final ResendDesk desk;
  private final Suppressions suppressions;
  private final MailTexts texts;
  private final AuditTrail trail;

  NotificationResource(
      Notifications notifications,
      ResendDesk desk,
      Suppressions suppressions,
      MailTexts texts,
      AuditTrail trail) {
    this.notifications = notifications;
    this.desk = desk;
    this.suppressions = suppressions;
    this.texts = texts;
    this.trail = trail;
  }

  /**
   * One page of mails, newest first.
   *
   * @param items at most {@code limit} of them
   * @param nextCursor where the next page begins; absent on the last. Example: {@code
   *     AAAAAAZcH2aHaDE2}.
   */
  public record NotificationPage(List<NotificationView> items, @Nullable String nextCursor) {}

  /**
   * What a mail says; secrets are not shown.
   *
   * @param subject of the mail. Example: {@code Activate your account for the Fapiao system}.
   * @param text as plain text. Example: {@code Open this link within a day: …}.
   * @param html the same as HTML. Example: {@code <p>Open this link within a day: …</p>}.
   * @param language BCP 47. Example: {@code en}.
   */
  public record PreviewView(String subject, String text, String html, String language) {}

  /**
   * What became of the request to send a mail again.
   *
   * @param outcome QUEUED (a new mail is queued), STILL_WAITING (the mail itself has not been sent
   *     yet) or REQUESTED (a new secret was asked for; its mail follows by itself). Example: {@code
   *     QUEUED}.
   * @param notification the mail that will be sent; absent with REQUESTED
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ResendView(String outcome, @Nullable NotificationView notification) {}

  /**
   * The queue in numbers.
   *
   * @param states how many mails stand in each state. Example: {@code {"PENDING":2,"SENT":1180}}.
   * @param oldestUnsentAt since when the oldest unsent mail waits; absent when none does
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SummaryView(Map<DeliveryState, Long> states, @Nullable Instant oldestUnsentAt) {}

  /**
   * Lists mails, newest first. Auditors and support see addresses masked.
   *
   * @param state only mails that stand there
   * @param kind only mails of this kind
   * @param recipient only mails to this address, written out; case does not matter. Example: {@code
   *     finance@contoso.example}.
   * @param orderNumber only mails about this order. Example: {@code E0700K3M9Q}.
   * @param accountId only mails to this account. Example: {@code
   *     01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @return one page
   */
  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR", "SUPPORT"})
  @Audited
  @Operation(operationId = "listNotifications", summary = "List the mails")
  public NotificationPage list(
      @Parameter(schema = @Schema(implementation = DeliveryState.class)) @QueryParam("state")
          @Nullable String state,
      @Parameter(schema = @Schema(implementation = MailKind.class)) @QueryParam("kind")
          @Nullable String kind,
      @QueryParam("recipient") @Size(max = 320) @Nullable String recipient,
      @QueryParam("orderNumber") @Size(max = 100) @Nullable String orderNumber,
      @QueryParam("accountId") @Size(max = 100) @Nullable String accountId,
      @Valid @BeanParam PageRequest page,
      @Context SecurityContext caller)
      throws SQLException {
    NotificationFilter filter =
        new NotificationFilter(
            value(DeliveryState.class, "state", state),
            value(MailKind.class, "kind", kind),
            recipient,
            orderNumber,
            accountId);
    return trail
        .shown(
            Page.of(
                page,
                notifications.page(filter, page.from(Cursor.NEWEST).id(), page.limit()),
                mail -> Cursor.of(mail.id().toString()),
                mail -> shown(mail, caller)),
            NotificationView::id)
        .as(NotificationPage::new);
  }

  /**
   * Counts the mails by state.
   *
   * @return the numbers
   */
  @GET
  @Path("/summary")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR", "SUPPORT"})
  @Operation(operationId = "summariseNotifications", summary = "Count the mails by state")
  public SummaryView summary() throws SQLException {
    Notifications.Summary summary = notifications.summary();
    return new SummaryView(summary.states(), summary.oldestUnsentAt());
  }

  /**
   * Shows one mail: what it is about, where it stands and why.
   *
   * @param id of the mail. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @return the mail
   */
  @GET
  @Path("/{id}")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR", "SUPPORT"})
  @Audited
  @Operation(operationId = "getNotification", summary = "Get a mail")
  public NotificationView get(@PathParam("id") String id, @Context SecurityContext caller)
      throws SQLException {
    return shown(find(id), caller);
  }

  /**
   * Writes a mail as it is sent, with {@code not-shown} for its secret.
   *
   * @param id of the mail. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @return subject and text
   */
  @GET
  @Path("/{id}/preview")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "previewNotification", summary = "Preview a mail")
  public PreviewView preview(@PathParam("id") String id) throws SQLException {
    NotificationView mail = find(id);
    Notifications.Content content =
        notifications.content(mail.id()).orElseThrow(() -> StandardProblem.NOT_FOUND.with());
    String secret = mail.kind().secret().isPresent() ? NOT_SHOWN : null;
    MailTexts.WrittenMail written =
        texts.write(mail.kind(), mail.locale(), content.facts(), secret);
    return new PreviewView(written.subject(), written.text(), written.html(), written.language());
  }

  /**
   * Sends a mail again.
   *
   * <p>A mail whose secret is of one request only (activation, temporary password and the like) is
   * not repeated: the owner of the secret is asked for a new request, whose mail follows by itself.
   *
   * @param id of the mail. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
   * @return what became of the request
   * @throws ProblemException 409 when recipient or content are gone, {@code nothing-to-resend}; no
   *     mail can go to the address, {@code undeliverable-address}; the address bounced, {@code
   *     suppressed-address}; or only its reader can ask for it, {@code only-the-reader-can-ask}
   */
  @POST
  @Path("/{id}/resend")
  @RolesAllowed({"CLERK", "LEAD", "ADMIN"})
  @Operation(operationId = "resendNotification", summary = "Send a mail again")
  @APIResponseSchema(value = ResendView.class, responseDescription = "OK", responseCode = "200")
  public ResendView resend(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Size(min = 1, max = 255) @Nullable String key,
      @Context SecurityContext caller)
      throws SQLException {
    String by = caller.getUserPrincipal().getName();
    ResendDesk.Resend resend = desk.resend(find(id), key, by);
    LOG.infof("mail resent, delivery=%s outcome=%s by=%s", id, resend.outcome(), by);
    return new ResendView(resend.outcome().name(), resend.notification());
  }

  /**
   * Lets mails go to an address again that had bounced.
   *
   * @param address the whole address. Example: {@code finance@contoso.example}.
   */
  @DELETE
  @Path("/suppressions/{address}")
  @RolesAllowed({"LEAD", "ADMIN"})
  @Audited(pathParameters = false)
  @Operation(operationId = "liftSuppression", summary = "Lift the suppression of an address")
  public void liftSuppression(@PathParam("address") String address, @Context SecurityContext caller)
      throws SQLException {
    EmailAddress recipient =
        EmailAddress.parseForDelivery(address).orElseThrow(() -> StandardProblem.NOT_FOUND.with());
    trail.about("a suppressed address");
    if (!suppressions.lift(recipient)) {
      throw StandardProblem.NOT_FOUND.with();
    }
    LOG.infof("suppression lifted, by=%s", caller.getUserPrincipal().getName());
  }

  private NotificationView find(String id) throws SQLException {
    UUID known = uuid(id).orElseThrow(() -> StandardProblem.NOT_FOUND.with());
    return notifications.find(known).orElseThrow(() -> StandardProblem.NOT_FOUND.with());
  }

  /** Auditors and support look without learning addresses. */
  private static NotificationView shown(NotificationView mail, SecurityContext caller) {
    boolean mayKnow =
        caller.isUserInRole("CLERK") || caller.isUserInRole("LEAD") || caller.isUserInRole("ADMIN");
    return mayKnow ? mail : mail.masked();
  }

  private static <E extends Enum<E>> @Nullable E value(
      Class<E> type, String field, @Nullable String name) {
    if (name == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw invalid(field);
  }

  private static RuntimeException invalid(String field) {
    return StandardProblem.VALIDATION.with().violation(field, "violation.value");
  }

  private static Optional<UUID> uuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
