/** What a service's tests have in common about its audit trail. */
@NullMarked
package org.fapiaosuite.testkit.audit;

import org.jspecify.annotations.NullMarked;
