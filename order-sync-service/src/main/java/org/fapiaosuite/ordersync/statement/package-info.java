/** Which days of which platform need their statement, and whose turn it is to fetch it. */
@NullMarked
package org.fapiaosuite.ordersync.statement;

import org.jspecify.annotations.NullMarked;
