/** Tells finders of a weakness whom to tell (RFC 9116). */
@NullMarked
package org.fapiaosuite.gateway.securitytxt;

import org.jspecify.annotations.NullMarked;
