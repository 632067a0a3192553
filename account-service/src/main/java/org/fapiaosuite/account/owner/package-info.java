/** The account as its owner sees it, and what they may have done with it. */
@NullMarked
package org.fapiaosuite.account.owner;

import org.jspecify.annotations.NullMarked;
