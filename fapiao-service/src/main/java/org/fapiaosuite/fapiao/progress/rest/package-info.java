/** Progress, read once or followed live. */
@NullMarked
package org.fapiaosuite.fapiao.progress.rest;

import org.jspecify.annotations.NullMarked;
