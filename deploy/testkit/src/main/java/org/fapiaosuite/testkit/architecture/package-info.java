/** What holds in the code of every module, as rules over its classes. */
@NullMarked
package org.fapiaosuite.testkit.architecture;

import org.jspecify.annotations.NullMarked;
