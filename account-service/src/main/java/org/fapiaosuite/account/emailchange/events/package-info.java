/** What is told of changed addresses. */
@NullMarked
package org.fapiaosuite.account.emailchange.events;

import org.jspecify.annotations.NullMarked;
