/** From the wish for an account to its activation; until then nothing is locked for anybody. */
@NullMarked
package org.fapiaosuite.account.registration;

import org.jspecify.annotations.NullMarked;
