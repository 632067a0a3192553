/** Support cases as customers and as staff see them. */
@NullMarked
package org.fapiaosuite.fapiao.support.rest;

import org.jspecify.annotations.NullMarked;
