/** What holds for the problems of every service. */
@NullMarked
package org.fapiaosuite.testkit.problem;

import org.jspecify.annotations.NullMarked;
