/**
 * Which customers an account may speak for, and how it proves that: by the payer's address, by the
 * code in the order confirmation, or by the payer's approval.
 */
@NullMarked
package org.fapiaosuite.account.claim;

import org.jspecify.annotations.NullMarked;
