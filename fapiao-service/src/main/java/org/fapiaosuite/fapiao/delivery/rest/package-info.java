/** The ways of delivery on offer, for everybody to read. */
@NullMarked
package org.fapiaosuite.fapiao.delivery.rest;

import org.jspecify.annotations.NullMarked;
