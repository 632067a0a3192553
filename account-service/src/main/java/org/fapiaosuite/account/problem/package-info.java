/** What a caller can do wrong here and what they are told, beside the standard problems. */
@NullMarked
package org.fapiaosuite.account.problem;

import org.jspecify.annotations.NullMarked;
