/** What the tests of the library share: a receiver, and the broker as others see it. */
@NullMarked
package org.fapiaosuite.messaging;

import org.jspecify.annotations.NullMarked;
