package org.fapiaosuite.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.IndexView;

/**
 * Completes the document that SmallRye read from the resources of a service: descriptions from the
 * Javadoc, what is required, names, and all that is the same in every operation.
 *
 * <p>Runs while the service is built. It fails the build where it cannot know what is meant.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public final class ApiDocument implements OASFilter {

  private static final String IF_MATCH = "If-Match";

  private static final String BEARER = "bearer";

  private final IndexView index;

  public ApiDocument(IndexView index) {
    this.index = index;
  }

  /** Called for every schema, before the whole document is. */
  @Override
  public Schema filterSchema(Schema schema) {
    Names.redirect(schema);
    return schema;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents();
    new SchemaTexts(new Types(index)).complete(components.getSchemas());
    Names.rename(components);
    CommonSchemas.describe(components);
    ProblemSchemas.describe(components, index);
    Shared shared = new Shared(components);
    Operations operations = new Operations(index);
    Answers answers = new Answers(operations, new Problems(components, shared), shared);
    forEach(api, (path, operation) -> operations.describe(operation));
    Set<String> versioned = versioned(api, operations);
    forEach(
        api,
        (path, operation) -> complete(path, operation, operations, answers, components, versioned));
    Headline.write(api, index);
  }

  private static void complete(
      Place path,
      Operation operation,
      Operations operations,
      Answers answers,
      Components components,
      Set<String> versioned) {
    answers.complete(operation, Problems.of(path.item(), path.method(), operation));
    Schema good = Answers.goodSchema(operation);
    Schema shown = Names.resolved(components, good);
    if (good.getRef() != null && versioned.contains(good.getRef())) {
      answers.addVersion(operation);
    }
    if (shown.getProperties() != null && shown.getProperties().containsKey("id")) {
      answers.addLocation(operation);
    }
    describeFormsOnce(operation);
    share(operation, operations.isConditional(operation), new Shared(components));
    if (operation.getSecurity() != null) {
      operation.getSecurity().forEach(ApiDocument::askRolesOfTheBearer);
    }
  }

  /** A form with a schema of its own is not described a second time by how Java takes its parts. */
  private static void describeFormsOnce(Operation operation) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return;
    }
    for (MediaType body : operation.getRequestBody().getContent().getMediaTypes().values()) {
      Schema schema = body.getSchema();
      if (schema != null && schema.getRef() != null && schema.getProperties() != null) {
        body.setSchema(OASFactory.createSchema().ref(schema.getRef()));
      }
    }
  }

  /** Only an access token has roles, whichever scheme Quarkus found first and put them under. */
  private static void askRolesOfTheBearer(SecurityRequirement requirement) {
    Map<String, List<String>> schemes = new LinkedHashMap<>();
    requirement
        .getSchemes()
        .forEach((name, roles) -> schemes.put(roles.isEmpty() ? name : BEARER, roles));
    requirement.setSchemes(schemes);
  }

  /** What has an ETag: all that is read or changed under a condition. */
  private static Set<String> versioned(OpenAPI api, Operations operations) {
    Set<String> versioned = new HashSet<>();
    forEach(
        api,
        (path, operation) -> {
          String schema = Answers.goodSchema(operation).getRef();
          if (schema != null && (operations.isConditional(operation) || hasIfMatch(operation))) {
            versioned.add(schema);
          }
        });
    return versioned;
  }

  private static boolean hasIfMatch(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> IF_MATCH.equals(Shared.nameOf(parameter)));
  }

  /** Replaces the parameters that are the same everywhere by references to one declaration. */
  private static void share(Operation operation, boolean conditional, Shared shared) {
    List<Parameter> parameters = new ArrayList<>();
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        parameters.add(
            Shared.has(parameter) ? shared.parameter(Shared.nameOf(parameter)) : parameter);
      }
    }
    if (conditional) {
      parameters.add(shared.parameter("If-None-Match"));
    }
    parameters.add(shared.parameter("Accept-Language"));
    operation.setParameters(parameters);
  }

  /** Where an operation stands. */
  private record Place(PathItem item, PathItem.HttpMethod method) {}

  private static void forEach(OpenAPI api, BiConsumer<Place, Operation> action) {
    for (PathItem item : api.getPaths().getPathItems().values()) {
      Map<PathItem.HttpMethod, Operation> operations = new LinkedHashMap<>(item.getOperations());
      operations.forEach((method, operation) -> action.accept(new Place(item, method), operation));
    }
  }
}
