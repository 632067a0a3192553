/** The service centre's way to load a year's holiday arrangement. */
@NullMarked
package org.fapiaosuite.fapiao.calendar.rest;

import org.jspecify.annotations.NullMarked;
