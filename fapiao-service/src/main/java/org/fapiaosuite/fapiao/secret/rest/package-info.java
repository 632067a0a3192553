/** Secrets of mails, handed to notification-service right before the mail is sent. */
@NullMarked
package org.fapiaosuite.fapiao.secret.rest;

import org.jspecify.annotations.NullMarked;
