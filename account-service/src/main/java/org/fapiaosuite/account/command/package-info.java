/** What an operator has the service do from the command line, beside the copies that run. */
@NullMarked
package org.fapiaosuite.account.command;

import org.jspecify.annotations.NullMarked;
