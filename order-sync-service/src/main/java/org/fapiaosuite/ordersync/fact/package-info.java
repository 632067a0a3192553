/** What was said about money, by whom and when: the ground that every order's state stands on. */
@NullMarked
package org.fapiaosuite.ordersync.fact;

import org.jspecify.annotations.NullMarked;
