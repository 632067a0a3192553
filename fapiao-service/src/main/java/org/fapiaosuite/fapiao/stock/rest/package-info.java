/** What staff see and do of the stock, and the notices that everybody reads. */
@NullMarked
package org.fapiaosuite.fapiao.stock.rest;

import org.jspecify.annotations.NullMarked;
