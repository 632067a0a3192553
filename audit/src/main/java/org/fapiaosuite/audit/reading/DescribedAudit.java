package org.fapiaosuite.audit.reading;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/**
 * Describes the trail of a service under the path that the gateway serves it at, {@code
 * /api/v1/ops/<service>/audit} unless {@code fapiao.audit.described-at} names another, and with
 * operation ids of their own: every service has a trail.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public final class DescribedAudit implements OASFilter {

  private static final String HERE = "/api/v1/audit";
  private static final String AUDIT = "Audit";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Config config = ConfigProvider.getConfig();
    String service =
        config.getValue("quarkus.application.name", String.class).replaceFirst("-service$", "");
    String there =
        config
            .getOptionalValue("fapiao.audit.described-at", String.class)
            .orElse("/api/v1/ops/" + service + "/audit");
    Map<String, PathItem> paths = new TreeMap<>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.equals(HERE) || path.startsWith(HERE + "/")) {
                item.getOperations().values().forEach(operation -> rename(operation, service));
                paths.put(there + path.substring(HERE.length()), item);
              } else {
                paths.put(path, item);
              }
            });
    Paths described = OASFactory.createPaths();
    paths.forEach(described::addPathItem);
    api.setPaths(described);
  }

  /** {@code listAuditEntries} of order-sync is {@code listOrderSyncAuditEntries}. */
  private static void rename(Operation operation, String service) {
    StringBuilder name = new StringBuilder();
    for (String word : service.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    operation.setOperationId(operation.getOperationId().replace(AUDIT, name + AUDIT));
  }
}
