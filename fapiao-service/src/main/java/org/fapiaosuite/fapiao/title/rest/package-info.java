/** The customer's library of titles. */
@NullMarked
package org.fapiaosuite.fapiao.title.rest;

import org.jspecify.annotations.NullMarked;
