/** Child processes: how they are started, watched and restarted, and how they end themselves. */
@NullMarked
package org.fapiaosuite.local.children;

import org.jspecify.annotations.NullMarked;
