package org.fapiaosuite.audit;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * An operation of staff that leaves a row in the trail: the whole of it becomes one transaction,
 * and the row is its last statement. What is refused or fails leaves none.
 *
 * <p>The action is the operation's id in the API document. The subjects are the values of its path
 * parameters and whatever it names by {@link AuditTrail#shown} and {@link AuditTrail#about}. Not
 * for an operation that waits for another machine: that one writes its row by {@link
 * AuditTrail#write}.
 */
@Inherited
@InterceptorBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Audited {

  /** False where a path parameter holds personal data, which has no place in the trail. */
  @Nonbinding
  boolean pathParameters() default true;
}
