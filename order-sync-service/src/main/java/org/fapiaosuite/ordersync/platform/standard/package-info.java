/** The default platform: Standard Webhooks pushes and CSV statements in gzip. */
@NullMarked
package org.fapiaosuite.ordersync.platform.standard;

import org.jspecify.annotations.NullMarked;
