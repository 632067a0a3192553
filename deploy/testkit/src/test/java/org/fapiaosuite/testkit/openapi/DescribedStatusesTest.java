package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DescribedStatusesTest {

  @Test
  void each_operation_owes_its_own_answers_and_one_of_them_those_of_all() throws IOException {
    // Given
    JsonNode api =
        new ObjectMapper(new YAMLFactory())
            .readTree(
                """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "200": {description: The orders}
                        "401": {$ref: "#/components/responses/Unauthorized"}
                        "404": {$ref: "#/components/responses/NotFound"}
                        "429": {$ref: "#/components/responses/TooManyRequests"}
                    post:
                      operationId: placeOrder
                      responses:
                        "401": {$ref: "#/components/responses/Unauthorized"}
                        "403": {$ref: "#/components/responses/Forbidden"}
                        "404": {$ref: "#/components/responses/NotFound"}
                        "503": {description: The warehouse is closed}
                components:
                  responses:
                    NotFound: {description: It is not there}
                """);

    // When
    Set<String> missing =
        DescribedStatuses.without(
            Set.of("placeOrder 401", "listOrders 404", "listOrders 503"), api);

    // Then
    assertEquals(Set.of("listOrders 200", "placeOrder 404", "placeOrder 503", "* 403"), missing);
  }
}
