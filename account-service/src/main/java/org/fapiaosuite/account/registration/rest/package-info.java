/** Registering, and activating what was registered. */
@NullMarked
package org.fapiaosuite.account.registration.rest;

import org.jspecify.annotations.NullMarked;
