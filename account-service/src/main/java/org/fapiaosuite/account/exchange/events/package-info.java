/** What is told of exchanged tokens. */
@NullMarked
package org.fapiaosuite.account.exchange.events;

import org.jspecify.annotations.NullMarked;
