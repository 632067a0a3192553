/** How a request says that a field of it is an e-mail address. */
@NullMarked
package org.fapiaosuite.account.address;

import org.jspecify.annotations.NullMarked;
