/** Token exchange (RFC 8693): whoever signed in at a trusted issuer needs no password here. */
@NullMarked
package org.fapiaosuite.account.exchange;

import org.jspecify.annotations.NullMarked;
