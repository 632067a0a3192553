/** The keys this service holds, the tokens it signs with them, and the tokens it believes. */
@NullMarked
package org.fapiaosuite.account.keys;

import org.jspecify.annotations.NullMarked;
