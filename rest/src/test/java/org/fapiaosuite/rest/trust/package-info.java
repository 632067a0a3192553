/** Tests of whose tokens are believed. */
@NullMarked
package org.fapiaosuite.rest.trust;

import org.jspecify.annotations.NullMarked;
