/** What holds for the tokens of callers in every service. */
@NullMarked
package org.fapiaosuite.testkit.trust;

import org.jspecify.annotations.NullMarked;
