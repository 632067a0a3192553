/** What this feature tells the other services. */
@NullMarked
package org.fapiaosuite.account.session.events;

import org.jspecify.annotations.NullMarked;
