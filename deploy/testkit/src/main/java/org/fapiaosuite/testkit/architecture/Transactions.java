package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A transaction holds locks, so nothing in it waits for another machine: not in the method that
 * begins it, nor in any of ours that it reaches, through whatever classes and interfaces. What is
 * seen is the call graph of the code, so that a call by reflection, or one that a framework makes,
 * is not; a port that waits should refuse to be called within a transaction as well.
 */
final class Transactions {
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
  private static final String PROGRAMMATIC = "io.quarkus.narayana.jta.";
  private static final String OURS = "org.fapiaosuite.";
  private static final Set<String> WITHOUT_ONE = Set.of("NOT_SUPPORTED", "NEVER");
  private static final List<String> NETWORK =
      List.of(
          Events.PRODUCER,
          Events.CLIENTS,
          "java.net.http.",
          "java.net.Socket",
          "javax.net.ssl.SSLSocket",
          "org.eclipse.microprofile.rest.client.",
          "io.quarkus.mailer.");

  private final Set<String> ports;

  private Transactions(Set<String> ports) {
    this.ports = ports;
  }

  /** The rule, with the module's own types (by name) behind which another machine waits. */
  static ArchRule waitForNoOtherMachine(Set<String> ports) {
    Transactions transactions = new Transactions(ports);
    return methods()
        .should(Finding.none("wait for no other machine in a transaction", transactions::waits))
        .allowEmptyShould(true);
  }

  private Stream<String> waits(JavaMethod method) {
    List<? extends JavaAccess<?>> within =
        method.getAccessesFromSelf().stream().filter(access -> isWithin(method, access)).toList();
    Map<JavaCodeUnit, String> ways = new HashMap<>();
    Deque<JavaCodeUnit> todo = new ArrayDeque<>();
    Stream.Builder<String> found = Stream.builder();
    follow(within, method.getFullName(), ways, todo, found);
    while (!todo.isEmpty()) {
      JavaCodeUnit unit = todo.remove();
      String way = ways.getOrDefault(unit, "");
      follow(unit.getAccessesFromSelf(), way, ways, todo, found);
    }
    return found.build();
  }

  private void follow(
      Iterable<? extends JavaAccess<?>> accesses,
      String way,
      Map<JavaCodeUnit, String> ways,
      Deque<JavaCodeUnit> todo,
      Stream.Builder<String> found) {
    for (JavaAccess<?> access : accesses) {
      if (waits(access.getTargetOwner())) {
        found.add(way + ": " + access.getDescription());
        continue;
      }
      reached(access)
          .filter(unit -> !leavesTheTransaction(unit))
          .filter(unit -> ways.putIfAbsent(unit, way + " -> " + unit.getFullName()) == null)
          .forEach(todo::add);
    }
  }

  /** Methods of ours that may be what is called: the one named, and those that override it. */
  private static Stream<JavaCodeUnit> reached(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)) {
      return Stream.empty();
    }
    Optional<? extends JavaMember> named = target.resolveMember();
    return named
        .filter(member -> member.getOwner().getName().startsWith(OURS))
        .map(JavaCodeUnit.class::cast)
        .map(unit -> Stream.concat(Stream.of(unit), overriding(unit)))
        .orElseGet(Stream::empty);
  }

  private static Stream<JavaCodeUnit> overriding(JavaCodeUnit unit) {
    String[] parameters =
        unit.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return unit.getOwner().getAllSubclasses().stream()
        .flatMap(type -> type.tryGetMethod(unit.getName(), parameters).stream());
  }

  private boolean waits(JavaClass type) {
    return ports.contains(type.getName())
        || Events.PAST_THE_OUTBOX.contains(type.getName())
        || NETWORK.stream().anyMatch(type.getName()::startsWith);
  }

  /**
   * In a transactional method everything; else what is given to one as a lambda, or by its name.
   */
  private static boolean isWithin(JavaMethod method, JavaAccess<?> access) {
    Optional<String> kind = kind(method);
    return kind.map(name -> !WITHOUT_ONE.contains(name))
        .orElseGet(() -> isGivenAway(access) && begins(method));
  }

  private static boolean isGivenAway(JavaAccess<?> access) {
    return access.isDeclaredInLambda() || access instanceof JavaCodeUnitReference;
  }

  private static boolean begins(JavaMethod method) {
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().getName().startsWith(PROGRAMMATIC));
  }

  private static boolean leavesTheTransaction(JavaCodeUnit unit) {
    return kind(unit).filter(WITHOUT_ONE::contains).isPresent();
  }

  /** The kind of transaction a method is annotated with, itself or by its class. */
  private static Optional<String> kind(JavaCodeUnit unit) {
    return unit.tryGetAnnotationOfType(TRANSACTIONAL)
        .map(Transactions::kind)
        .or(() -> unit.getOwner().tryGetAnnotationOfType(TRANSACTIONAL).map(Transactions::kind));
  }

  private static String kind(JavaAnnotation<?> annotation) {
    return annotation
        .get("value")
        .filter(JavaEnumConstant.class::isInstance)
        .map(value -> ((JavaEnumConstant) value).name())
        .orElse("REQUIRED");
  }
}
