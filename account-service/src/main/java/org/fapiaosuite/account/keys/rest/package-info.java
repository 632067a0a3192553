/** Publishes the keys that access tokens are checked with. */
@NullMarked
package org.fapiaosuite.account.keys.rest;

import org.jspecify.annotations.NullMarked;
