/**
 * Reads what callers send to the letter and answers what cannot be done as RFC 9457 problems in
 * their language; the catalogue of problems itself belongs to each service.
 */
@NullMarked
package org.fapiaosuite.problems;

import org.jspecify.annotations.NullMarked;
