/** Signing in, staying signed in, signing out. */
@NullMarked
package org.fapiaosuite.account.session;

import org.jspecify.annotations.NullMarked;
