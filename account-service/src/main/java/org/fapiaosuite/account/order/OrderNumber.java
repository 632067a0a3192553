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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order number as order.paid tells it: 1 to 64 ASCII letters, digits, dots, underscores and
 * hyphens, the first one a letter or digit.
 */
@Documented
@Constraint(validatedBy = OrderNumber.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface OrderNumber {

  /** Key of the message bundle. */
  String message() default "{fapiaosuite.order-number}";

  /** As Bean Validation demands. */
  Class<?>[] groups() default {};

  /** As Bean Validation demands. */
  Class<? extends Payload>[] payload() default {};

  /** Null is left to {@code @NotNull}. */
  class Check implements ConstraintValidator<OrderNumber, String> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
      return typed == null || SHAPE.matcher(bare(typed)).matches();
    }

    /** Without the blanks that pasting brings along. */
    public static String bare(String typed) {
      return typed.strip();
    }
  }
}
