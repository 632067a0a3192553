/** The people of the operator who may sign in. */
@NullMarked
package org.fapiaosuite.account.staff;

import org.jspecify.annotations.NullMarked;
