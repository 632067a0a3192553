/** What staff decide about orders that are held: one proposes, another one approves. */
@NullMarked
package org.fapiaosuite.ordersync.decision;

import org.jspecify.annotations.NullMarked;
