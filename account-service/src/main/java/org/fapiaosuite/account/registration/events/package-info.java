/** What is told of registrations. */
@NullMarked
package org.fapiaosuite.account.registration.events;

import org.jspecify.annotations.NullMarked;
