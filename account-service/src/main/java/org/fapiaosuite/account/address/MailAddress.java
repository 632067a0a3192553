package org.fapiaosuite.account.address;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/** The text is an {@link EmailAddress}; null is left to {@code @NotNull}. */
@Documented
@Constraint(validatedBy = MailAddress.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

  /** Key of the message bundle. */
  String message() default "{fapiaosuite.email}";

  /** As Bean Validation demands. */
  Class<?>[] groups() default {};

  /** As Bean Validation demands. */
  Class<? extends Payload>[] payload() default {};

  /** Asks {@link EmailAddress#parse}. */
  class Check implements ConstraintValidator<MailAddress, String> {

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
      return typed == null || EmailAddress.parse(typed).isPresent();
    }
  }
}
