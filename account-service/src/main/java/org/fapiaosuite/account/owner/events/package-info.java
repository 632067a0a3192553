/** What is told when an account ends. */
@NullMarked
package org.fapiaosuite.account.owner.events;

import org.jspecify.annotations.NullMarked;
