/** The platform's REST interface, for the suite and for who tests it. */
@NullMarked
package org.fapiaosuite.simulator.api;

import org.jspecify.annotations.NullMarked;
