/** Sessions over HTTP: the access token in the body, the refresh token in a cookie. */
@NullMarked
package org.fapiaosuite.account.session.rest;

import org.jspecify.annotations.NullMarked;
