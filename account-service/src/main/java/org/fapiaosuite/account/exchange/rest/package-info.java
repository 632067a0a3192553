/** Token exchange over HTTP, in the words of OAuth 2.0. */
@NullMarked
package org.fapiaosuite.account.exchange.rest;

import org.jspecify.annotations.NullMarked;
