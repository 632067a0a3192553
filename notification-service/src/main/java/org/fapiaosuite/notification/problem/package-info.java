/**
 * What a caller can do wrong and what he is told: one catalogue of problems, rendered as RFC 9457
 * in his language, and the strict reading of what he sends.
 */
@NullMarked
package org.fapiaosuite.notification.problem;

import org.jspecify.annotations.NullMarked;
