/** Payment platforms: how each signs its pushes, words its events and writes its statements. */
@NullMarked
package org.fapiaosuite.ordersync.platform;

import org.jspecify.annotations.NullMarked;
