/** Every error the gateway itself answers with, in the caller's language. */
@NullMarked
package org.fapiaosuite.gateway.problem;

import org.jspecify.annotations.NullMarked;
