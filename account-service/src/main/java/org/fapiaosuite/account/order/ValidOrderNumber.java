package org.fapiaosuite.account.order;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fapiaosuite.kernel.OrderNumber;
import org.jspecify.annotations.Nullable;

/** The text is an {@link OrderNumber}, whatever blanks pasting brought along. */
@Documented
@Constraint(validatedBy = ValidOrderNumber.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidOrderNumber {

  /** Key of the message bundle. */
  String message() default "{fapiaosuite.order-number}";

  /** As Bean Validation demands. */
  Class<?>[] groups() default {};

  /** As Bean Validation demands. */
  Class<? extends Payload>[] payload() default {};

  /** Null is left to {@code @NotNull}. */
  class Check implements ConstraintValidator<ValidOrderNumber, String> {

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
      return typed == null || OrderNumber.parse(typed).isPresent();
    }
  }
}
