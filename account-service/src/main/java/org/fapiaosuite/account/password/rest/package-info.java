/** Asking for a temporary password, and setting a new one. */
@NullMarked
package org.fapiaosuite.account.password.rest;

import org.jspecify.annotations.NullMarked;
