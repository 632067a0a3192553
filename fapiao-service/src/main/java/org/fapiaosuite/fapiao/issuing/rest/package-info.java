/** The issued Fapiao as their customer reads them. */
@NullMarked
package org.fapiaosuite.fapiao.issuing.rest;

import org.jspecify.annotations.NullMarked;
