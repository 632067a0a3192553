package org.fapiaosuite.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Runs an audited operation and writes its row, both or neither. */
@ApplicationScoped
class AuditedTransaction {

  private final AuditTrail trail;

  AuditedTransaction(AuditTrail trail) {
    this.trail = trail;
  }

  @Transactional(rollbackOn = Exception.class)
  Object run(Callable<Object> operation, Method method, Object[] arguments) throws Exception {
    Object answer = operation.call();
    trail.write(action(method), subjects(method, arguments), trail.named().detail());
    return answer;
  }

  private List<String> subjects(Method method, Object[] arguments) {
    List<String> subjects = new ArrayList<>();
    if (takesPathParameters(method)) {
      Parameter[] parameters = method.getParameters();
      for (int i = 0; i < parameters.length; i++) {
        if (parameters[i].isAnnotationPresent(PathParam.class)) {
          subjects.add(String.valueOf(arguments[i]));
        }
      }
    }
    subjects.addAll(trail.named().subjects());
    return subjects;
  }

  private static boolean takesPathParameters(Method method) {
    Audited own = method.getAnnotation(Audited.class);
    return own == null || own.pathParameters();
  }

  private static String action(Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    if (operation == null || operation.operationId().isEmpty()) {
      throw new IllegalStateException("no operation id: " + method);
    }
    return operation.operationId();
  }
}
