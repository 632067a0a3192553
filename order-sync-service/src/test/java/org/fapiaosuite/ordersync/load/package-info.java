/** Many orders, a bad platform, a dying service: the book is right all the same. */
@NullMarked
package org.fapiaosuite.ordersync.load;

import org.jspecify.annotations.NullMarked;
