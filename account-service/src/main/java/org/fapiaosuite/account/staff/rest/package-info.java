/** Keeping the accounts of staff; for administrators. */
@NullMarked
package org.fapiaosuite.account.staff.rest;

import org.jspecify.annotations.NullMarked;
