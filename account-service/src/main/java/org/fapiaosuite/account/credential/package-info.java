/** Passwords: what is accepted as one, how it is kept, how it is forgotten and changed. */
@NullMarked
package org.fapiaosuite.account.credential;

import org.jspecify.annotations.NullMarked;
