/** What the mails say: one template per kind and language, one layout, HTML and plain text. */
@NullMarked
package org.fapiaosuite.notification.templates;

import org.jspecify.annotations.NullMarked;
