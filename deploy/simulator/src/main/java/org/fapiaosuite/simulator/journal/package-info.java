/** The append-only file that lets the platform survive being killed. */
@NullMarked
package org.fapiaosuite.simulator.journal;

import org.jspecify.annotations.NullMarked;
