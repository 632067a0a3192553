/** The desk over HTTP. */
@NullMarked
package org.fapiaosuite.fapiao.queue.rest;

import org.jspecify.annotations.NullMarked;
