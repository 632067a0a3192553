/** What is told of an account. */
@NullMarked
package org.fapiaosuite.account.profile.events;

import org.jspecify.annotations.NullMarked;
