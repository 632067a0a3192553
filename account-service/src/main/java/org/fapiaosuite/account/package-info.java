/** The account service: who somebody is, what proves it, and for which customers they may speak. */
@NullMarked
package org.fapiaosuite.account;

import org.jspecify.annotations.NullMarked;
