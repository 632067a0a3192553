/** Notices for everybody to read. */
@NullMarked
package org.fapiaosuite.fapiao.notice.rest;

import org.jspecify.annotations.NullMarked;
