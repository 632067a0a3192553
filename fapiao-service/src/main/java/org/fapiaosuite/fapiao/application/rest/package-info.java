/** Applications as the customer makes and follows them. */
@NullMarked
package org.fapiaosuite.fapiao.application.rest;

import org.jspecify.annotations.NullMarked;
