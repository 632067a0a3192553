/** What a service has to know to believe access tokens: who was signed out, and the keys. */
@NullMarked
package org.fapiaosuite.messaging.trust;

import org.jspecify.annotations.NullMarked;
