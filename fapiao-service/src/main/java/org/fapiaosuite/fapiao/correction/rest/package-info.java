/** Corrections over HTTP, for the service centre. */
@NullMarked
package org.fapiaosuite.fapiao.correction.rest;

import org.jspecify.annotations.NullMarked;
