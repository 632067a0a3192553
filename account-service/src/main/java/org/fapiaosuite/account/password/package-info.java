/** Changing a password, and getting back in without it (seed row F17). */
@NullMarked
package org.fapiaosuite.account.password;

import org.jspecify.annotations.NullMarked;
