package org.fapiaosuite.rest.secret;

import java.util.List;

/** The secrets that a feature of a service is given: a bean that names them for the start. */
public interface GivenSecrets {

  /** Each with the name of its property. */
  List<GivenSecret> given();
}
