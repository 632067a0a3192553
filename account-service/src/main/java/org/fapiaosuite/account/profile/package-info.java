/** The account itself: an address, a role, a language, and what it is allowed to be called. */
@NullMarked
package org.fapiaosuite.account.profile;

import org.jspecify.annotations.NullMarked;
