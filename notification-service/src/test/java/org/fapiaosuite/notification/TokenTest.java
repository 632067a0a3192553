package org.fapiaosuite.notification;

import io.quarkus.test.junit.QuarkusTest;
import org.fapiaosuite.testkit.trust.TokenContract;

@QuarkusTest
class TokenTest extends TokenContract {}
