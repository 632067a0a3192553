/** Working days of mainland China and the moment by which a promise falls due. */
@NullMarked
package org.fapiaosuite.fapiao.calendar;

import org.jspecify.annotations.NullMarked;
