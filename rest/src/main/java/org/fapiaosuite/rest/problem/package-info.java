/**
 * Answers what cannot be done as RFC 9457 problems in the caller's language; a service adds a
 * catalogue of its own.
 */
@NullMarked
package org.fapiaosuite.rest.problem;

import org.jspecify.annotations.NullMarked;
