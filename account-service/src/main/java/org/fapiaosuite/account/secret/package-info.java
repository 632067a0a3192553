/**
 * Secrets that travel by mail. Never stored, never in an event: derived from the request's id when
 * the mail is about to be sent, known here by their hash alone.
 */
@NullMarked
package org.fapiaosuite.account.secret;

import org.jspecify.annotations.NullMarked;
