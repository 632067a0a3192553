package org.fapiaosuite.rest.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jspecify.annotations.Nullable;

/** The Java methods behind the operations, and what their Javadoc says. */
final class Operations {

  private static final DotName OPERATION =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

  private static final DotName BEAN = DotName.createSimple("jakarta.ws.rs.BeanParam");
  private static final DotName REQUEST = DotName.createSimple("jakarta.ws.rs.core.Request");

  private static final List<DotName> NAMED =
      Stream.of("QueryParam", "PathParam", "HeaderParam", "CookieParam")
          .map(name -> DotName.createSimple("jakarta.ws.rs." + name))
          .toList();

  private final Map<String, MethodInfo> methods = new HashMap<>();

  Operations(IndexView index) {
    for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
      if (operation.target().kind() == AnnotationTarget.Kind.METHOD) {
        MethodInfo method = operation.target().asMethod();
        AnnotationValue id = operation.value("operationId");
        methods.put(id == null ? method.name() : id.asString(), method);
      }
    }
  }

  /** The method an operation was read from. */
  Optional<MethodInfo> of(Operation operation) {
    return Optional.ofNullable(methods.get(operation.getOperationId()));
  }

  /** Whether the method looks at the caller's preconditions itself, so that it may answer 304. */
  boolean isConditional(Operation operation) {
    return of(operation).stream()
        .flatMap(method -> method.parameterTypes().stream())
        .anyMatch(type -> type.name().equals(REQUEST));
  }

  /** Says of the operation and its parameters what the method's Javadoc says. */
  void describe(Operation operation) {
    of(operation).ifPresent(method -> describe(operation, method));
  }

  private static void describe(Operation operation, MethodInfo method) {
    Javadoc javadoc = javadoc(method);
    Text text = javadoc.text(method.name() + ".description");
    if (text != null) {
      operation.setDescription(text.words());
      if (operation.getSummary() == null) {
        operation.setSummary(text.summary());
      }
    }
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        describe(parameter, of(parameter.getName(), method, javadoc));
      }
    }
  }

  static Javadoc javadoc(MethodInfo method) {
    return Javadoc.of(method.declaringClass().name().toString());
  }

  private static void describe(Parameter parameter, @Nullable Text text) {
    if (text != null) {
      parameter.setDescription(text.words());
      if (parameter.getSchema() != null) {
        Examples.add(parameter.getSchema(), text.examples());
      }
    }
  }

  private static @Nullable Text of(@Nullable String name, MethodInfo method, Javadoc javadoc) {
    for (MethodParameterInfo parameter : method.parameters()) {
      if (parameter.hasAnnotation(BEAN)) {
        Text text = Javadoc.of(parameter.type().name().toString()).text("param." + name);
        if (text != null) {
          return text;
        }
      } else if (namesOf(parameter).anyMatch(value -> value.equals(name))) {
        return javadoc.text(method.name() + ".param." + parameter.name());
      }
    }
    return null;
  }

  private static Stream<String> namesOf(MethodParameterInfo parameter) {
    return NAMED.stream()
        .map(parameter::annotation)
        .filter(annotation -> annotation != null && annotation.value() != null)
        .map(annotation -> annotation.value().asString());
  }
}
