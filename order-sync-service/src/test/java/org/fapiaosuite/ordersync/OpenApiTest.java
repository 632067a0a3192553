package org.fapiaosuite.ordersync;

import io.quarkus.test.junit.QuarkusTest;
import org.fapiaosuite.testkit.openapi.ApiIsDescribed;
import org.fapiaosuite.testkit.openapi.OpenApiContract;

@QuarkusTest
class OpenApiTest extends ServiceTest implements OpenApiContract, ApiIsDescribed {}
