package org.fapiaosuite.fapiao;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.fapiaosuite.testkit.SuiteInfrastructure;

/** All tests here run against a real PostgreSQL and a real Kafka. */
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "fapiao"))
public class Infrastructure {}
