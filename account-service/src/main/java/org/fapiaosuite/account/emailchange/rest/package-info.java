/** Asking for another address, and confirming it. */
@NullMarked
package org.fapiaosuite.account.emailchange.rest;

import org.jspecify.annotations.NullMarked;
