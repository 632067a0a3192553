/** What a password must be, for everybody to read. */
@NullMarked
package org.fapiaosuite.account.credential.rest;

import org.jspecify.annotations.NullMarked;
