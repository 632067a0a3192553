/**
 * What every service does alike at its REST side, without a domain word; each part is a package of
 * its own.
 */
@NullMarked
package org.fapiaosuite.rest;

import org.jspecify.annotations.NullMarked;
