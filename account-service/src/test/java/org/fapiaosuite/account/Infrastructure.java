package org.fapiaosuite.account;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.fapiaosuite.account.exchange.TestIssuers;
import org.fapiaosuite.testkit.SuiteInfrastructure;

/** All tests here run against a real PostgreSQL, a real Kafka, and issuers on this machine. */
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "account"))
@QuarkusTestResource(TestIssuers.class)
public class Infrastructure {}
