/** What this service knows of orders: who paid them, and for which customer. */
@NullMarked
package org.fapiaosuite.account.order;

import org.jspecify.annotations.NullMarked;
