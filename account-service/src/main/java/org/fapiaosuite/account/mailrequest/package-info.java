/** Mails that are asked for by naming an address: the answer is the same, known or not. */
@NullMarked
package org.fapiaosuite.account.mailrequest;

import org.jspecify.annotations.NullMarked;
