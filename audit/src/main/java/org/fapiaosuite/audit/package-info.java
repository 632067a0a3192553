/**
 * Keeps who did and saw what: one row in the transaction of each act, sealed afterwards in a chain
 * of hashes that shows what was changed. It knows no domain word.
 */
@NullMarked
package org.fapiaosuite.audit;

import org.jspecify.annotations.NullMarked;
