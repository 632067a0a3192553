/** What is kept how long: bodies of pushes by the day, their keys, refused ones. */
@NullMarked
package org.fapiaosuite.ordersync.retention;

import org.jspecify.annotations.NullMarked;
