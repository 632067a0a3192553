/** When a paid order may be invoiced: the settlement window and the statement's word. */
@NullMarked
package org.fapiaosuite.ordersync.window;

import org.jspecify.annotations.NullMarked;
