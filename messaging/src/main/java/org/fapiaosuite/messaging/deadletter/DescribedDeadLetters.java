package org.fapiaosuite.messaging.deadletter;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/**
 * Describes the dead letters of a service under the path that the gateway serves them at, {@code
 * /api/v1/ops/<service>/dead-letters}, and with operation ids of their own: every service has some.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public final class DescribedDeadLetters implements OASFilter {

  private static final String HERE = "/api/v1/dead-letters";
  private static final String DEAD_LETTER = "DeadLetter";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    String service =
        ConfigProvider.getConfig()
            .getValue("quarkus.application.name", String.class)
            .replaceFirst("-service$", "");
    Map<String, PathItem> paths = new TreeMap<>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.startsWith(HERE)) {
                item.getOperations().values().forEach(operation -> rename(operation, service));
                paths.put("/api/v1/ops/" + service + path.substring("/api/v1".length()), item);
              } else {
                paths.put(path, item);
              }
            });
    Paths described = OASFactory.createPaths();
    paths.forEach(described::addPathItem);
    api.setPaths(described);
  }

  /** {@code listDeadLetters} of order-sync is {@code listOrderSyncDeadLetters}. */
  private static void rename(Operation operation, String service) {
    StringBuilder name = new StringBuilder();
    for (String word : service.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    operation.setOperationId(operation.getOperationId().replace(DEAD_LETTER, name + DEAD_LETTER));
  }
}
