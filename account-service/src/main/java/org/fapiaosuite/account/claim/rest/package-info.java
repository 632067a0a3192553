/** Approving a claim. */
@NullMarked
package org.fapiaosuite.account.claim.rest;

import org.jspecify.annotations.NullMarked;
