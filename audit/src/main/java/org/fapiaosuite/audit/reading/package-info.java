/** Shows the trail and the state of its chain to those who audit. */
@NullMarked
package org.fapiaosuite.audit.reading;

import org.jspecify.annotations.NullMarked;
