package org.fapiaosuite.notification;

import io.quarkus.test.junit.QuarkusTest;
import org.fapiaosuite.testkit.openapi.ApiIsDescribed;
import org.fapiaosuite.testkit.openapi.OpenApiContract;

@QuarkusTest
class OpenApiTest extends NotificationTest implements OpenApiContract, ApiIsDescribed {}
