package org.fapiaosuite.fapiao.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.rest.problem.StandardProblem;

/** The member of staff who is calling. */
@RequestScoped
public class Staff {

  private static final Set<String> READS_EVERYTHING = Set.of("CLERK", "LEAD");

  private final JsonWebToken token;

  public Staff(JsonWebToken token) {
    this.token = token;
  }

  /** Their account's id, kept with everything they do. */
  public String id() {
    String subject = token.getSubject();
    if (subject == null || subject.isBlank()) {
      throw StandardProblem.UNAUTHENTICATED.with();
    }
    return subject;
  }

  /** True for who can overrule a colleague. */
  public boolean leads() {
    return token.getGroups().contains("LEAD");
  }

  /** True for who needs account numbers and ids to work; others see the last digits. */
  public boolean needsNumbers() {
    return token.getGroups().stream().anyMatch(READS_EVERYTHING::contains);
  }
}
