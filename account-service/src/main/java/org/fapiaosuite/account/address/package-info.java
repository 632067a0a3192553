/** What counts as an e-mail address here, and when two spellings are the same mailbox. */
@NullMarked
package org.fapiaosuite.account.address;

import org.jspecify.annotations.NullMarked;
