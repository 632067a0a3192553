/** Holds every REST exchange of the tests against the module's committed description of its API. */
@NullMarked
package org.fapiaosuite.testkit.openapi;

import org.jspecify.annotations.NullMarked;
