/** Secrets that mails carry: asked of their owner right before the send, never kept. */
@NullMarked
package org.fapiaosuite.notification.secret;

import org.jspecify.annotations.NullMarked;
