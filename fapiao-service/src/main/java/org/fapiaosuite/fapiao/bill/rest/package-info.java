/** The billing records as the customer reads them. */
@NullMarked
package org.fapiaosuite.fapiao.bill.rest;

import org.jspecify.annotations.NullMarked;
