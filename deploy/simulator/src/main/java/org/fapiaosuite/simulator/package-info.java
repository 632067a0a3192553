/** The payment platform as a program: takes orders, pushes them signed, makes daily statements. */
@NullMarked
package org.fapiaosuite.simulator;

import org.jspecify.annotations.NullMarked;
