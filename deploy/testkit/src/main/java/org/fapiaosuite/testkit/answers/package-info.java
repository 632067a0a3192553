/** What the services answer alike, held by contracts that a test of each implements. */
@NullMarked
package org.fapiaosuite.testkit.answers;

import org.jspecify.annotations.NullMarked;
