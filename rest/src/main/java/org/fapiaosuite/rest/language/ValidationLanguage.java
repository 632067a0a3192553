package org.fapiaosuite.rest.language;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/** Lets violations speak the same language as the problem around them. */
@ApplicationScoped
class ValidationLanguage implements ValidatorFactoryCustomizer {

  private final CallerLanguage caller;

  ValidationLanguage(CallerLanguage caller) {
    this.caller = caller;
  }

  @Override
  public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
    configuration.localeResolver(context -> caller.locale());
  }
}
