package org.fapiaosuite.fapiao;

import io.quarkus.test.junit.QuarkusTest;
import org.fapiaosuite.testkit.openapi.ApiIsDescribed;
import org.fapiaosuite.testkit.openapi.OpenApiContract;

@QuarkusTest
class OpenApiTest implements OpenApiContract, ApiIsDescribed {}
