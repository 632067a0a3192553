/** The service centre's work queue and its actions. */
@NullMarked
package org.fapiaosuite.fapiao.servicecentre.rest;

import org.jspecify.annotations.NullMarked;
