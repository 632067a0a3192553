/** What is told of claims and of the links they lead to. */
@NullMarked
package org.fapiaosuite.account.claim.events;

import org.jspecify.annotations.NullMarked;
