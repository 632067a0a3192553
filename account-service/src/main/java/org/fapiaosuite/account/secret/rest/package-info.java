/** Where notification-service fetches the secret of a mail right before it sends it. */
@NullMarked
package org.fapiaosuite.account.secret.rest;

import org.jspecify.annotations.NullMarked;
