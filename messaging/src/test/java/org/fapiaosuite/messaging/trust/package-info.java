/** Tests of what a service has to know to believe access tokens. */
@NullMarked
package org.fapiaosuite.messaging.trust;

import org.jspecify.annotations.NullMarked;
