package org.fapiaosuite.production;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fapiaosuite.production.Sources.Source;
import org.jspecify.annotations.Nullable;

/**
 * An interface that configuration is mapped to.
 *
 * @param comment what its Javadoc says, null where it says nothing
 */
record Mapping(
    String module,
    String name,
    String prefix,
    @Nullable String comment,
    List<Property> properties) {
  private static final Pattern GENERIC = Pattern.compile("(\\w+)<(.*)>");

  /**
   * One property.
   *
   * @param name with {@code <name>} for a part that the operator chooses
   * @param fallback the default, null where there is none
   */
  record Property(
      String name,
      String type,
      boolean optional,
      @Nullable String fallback,
      @Nullable String comment) {

    /** The name in the environment. */
    String variable() {
      return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9<>]", "_");
    }

    /** Whether a name is this property's, with whatever the operator chose. */
    boolean matches(String other) {
      return other.matches(name.replace(".", "\\.").replaceAll("<\\w+>", "(?:[^.\"]+|\"[^\"]+\")"));
    }
  }

  /** Every mapping of the sources, by module and prefix. */
  static List<Mapping> all(Sources sources) {
    List<Mapping> mappings = new ArrayList<>();
    for (Source source : sources.all()) {
      argument(source.tree().getModifiers(), "ConfigMapping", "prefix")
          .ifPresent(
              prefix -> {
                List<Property> properties = new ArrayList<>();
                new Reader(sources, properties).read(source, prefix);
                mappings.add(
                    new Mapping(
                        source.module(),
                        source.tree().getSimpleName().toString(),
                        prefix,
                        sources.comment(source.path()),
                        properties));
              });
    }
    mappings.sort(
        (one, other) -> (one.module() + one.prefix()).compareTo(other.module() + other.prefix()));
    return mappings;
  }

  /** An argument of an annotation as it is written, without quotes. */
  private static Optional<String> argument(
      ModifiersTree modifiers, String annotation, String name) {
    for (AnnotationTree one : modifiers.getAnnotations()) {
      if (one.getAnnotationType().toString().endsWith(annotation)) {
        for (ExpressionTree argument : one.getArguments()) {
          if (argument instanceof AssignmentTree assignment
              && assignment.getVariable().toString().equals(name)) {
            return Optional.of(literal(assignment.getExpression()));
          }
          if (!(argument instanceof AssignmentTree) && name.equals("value")) {
            return Optional.of(literal(argument));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String literal(ExpressionTree expression) {
    return expression instanceof LiteralTree literal
        ? String.valueOf(literal.getValue())
        : expression.toString();
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** Walks through an interface and those it leads to. */
  private record Reader(Sources sources, List<Property> properties) {

    void read(Source source, String prefix) {
      for (Tree member : source.tree().getMembers()) {
        if (member instanceof MethodTree method
            && method.getBody() == null
            && !method
                .getModifiers()
                .getFlags()
                .contains(javax.lang.model.element.Modifier.STATIC)) {
          read(source, method, prefix);
        }
      }
    }

    private void read(Source source, MethodTree method, String prefix) {
      ModifiersTree modifiers = method.getModifiers();
      String name =
          argument(modifiers, "WithName", "value")
              .orElseGet(() -> kebab(method.getName().toString()));
      boolean parent =
          modifiers.getAnnotations().stream()
              .anyMatch(it -> it.getAnnotationType().toString().endsWith("WithParentName"));
      String here = parent ? prefix : prefix + "." + name;
      String type = plain(String.valueOf(method.getReturnType()));
      Matcher generic = GENERIC.matcher(type);
      if (generic.matches() && generic.group(1).equals("Map")) {
        here = here + ".<name>";
        type = generic.group(2).replaceFirst("^\\w+,\\s*", "");
      }
      Optional<Source> nested = sources.find(type, source).filter(it -> isInterface(it.tree()));
      if (nested.isPresent()) {
        read(nested.get(), here);
        return;
      }
      boolean optional = type.startsWith("Optional");
      properties.add(
          new Property(
              here,
              describe(type.replaceFirst("^Optional<(.*)>$", "$1"), source) + bounds(method),
              optional,
              argument(modifiers, "WithDefault", "value").orElse(null),
              comment(source, method)));
    }

    private static boolean isInterface(ClassTree type) {
      return type.getKind() == Tree.Kind.INTERFACE;
    }

    /** Of the method, or of the one it overrides. */
    private @Nullable String comment(Source source, MethodTree method) {
      String own = sources.comment(new TreePath(source.path(), method));
      if (own != null) {
        return own;
      }
      return source.tree().getImplementsClause().stream()
          .flatMap(it -> sources.find(it.toString(), source).stream())
          .flatMap(
              parent ->
                  parent.tree().getMembers().stream()
                      .filter(MethodTree.class::isInstance)
                      .map(MethodTree.class::cast)
                      .filter(it -> it.getName().equals(method.getName()))
                      .map(it -> sources.comment(new TreePath(parent.path(), it))))
          .filter(it -> it != null)
          .findFirst()
          .orElse(null);
    }

    private String describe(String type, Source source) {
      Matcher generic = GENERIC.matcher(type);
      if (generic.matches()) {
        return "list of " + describe(generic.group(2), source);
      }
      return switch (type) {
        case "int", "long", "Integer", "Long" -> "whole number";
        case "BigDecimal" -> "number";
        case "String" -> "text";
        case "URI" -> "address";
        case "LocalTime" -> "time of day";
        case "Instant" -> "moment";
        case "MemorySize" -> "size";
        case "Pattern" -> "regular expression";
        case "boolean", "Duration", "Path" -> type.toLowerCase(Locale.ROOT);
        default ->
            sources
                .find(type, source)
                .filter(it -> it.tree().getKind() == Tree.Kind.ENUM)
                .map(it -> constants(it.tree()))
                .orElse(type);
      };
    }

    private static String constants(ClassTree type) {
      return type.getMembers().stream()
          .filter(com.sun.source.tree.VariableTree.class::isInstance)
          .map(com.sun.source.tree.VariableTree.class::cast)
          .filter(it -> it.getType().toString().equals(type.getSimpleName().toString()))
          .map(it -> it.getName().toString())
          .reduce((one, other) -> one + ", " + other)
          .orElse(type.getSimpleName().toString());
    }

    private static String bounds(MethodTree method) {
      ModifiersTree modifiers = method.getModifiers();
      return argument(modifiers, "@Min", "value")
              .or(() -> argument(modifiers, "Min", "value"))
              .map(it -> ", at least " + it)
              .orElse("")
          + argument(modifiers, "Max", "value").map(it -> ", at most " + it).orElse("");
    }

    /** Without the annotations that stand inside of types. */
    private static String plain(String type) {
      return type.replaceAll("@\\w+(\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\))?\\s*", "").strip();
    }
  }
}
