/** Claims in the eyes of staff: which wait, and what two of them decide about one. */
@NullMarked
package org.fapiaosuite.account.claimreview;

import org.jspecify.annotations.NullMarked;
