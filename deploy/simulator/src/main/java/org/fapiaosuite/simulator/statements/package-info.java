/** The daily statement of the platform's trade. */
@NullMarked
package org.fapiaosuite.simulator.statements;

import org.jspecify.annotations.NullMarked;
