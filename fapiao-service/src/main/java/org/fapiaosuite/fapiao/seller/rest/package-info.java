/** The seller's profile for those who keep it. */
@NullMarked
package org.fapiaosuite.fapiao.seller.rest;

import org.jspecify.annotations.NullMarked;
