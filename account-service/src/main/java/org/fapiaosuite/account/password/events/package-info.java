/** What is told of passwords; never one itself. */
@NullMarked
package org.fapiaosuite.account.password.events;

import org.jspecify.annotations.NullMarked;
