package org.fapiaosuite.rest.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Which record or enum a schema was made from. */
final class Types {

  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

  private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);

  /** A page of something is described once, by the record for pages. */
  private static final String PAGE = "Page";

  private final Map<String, List<ClassInfo>> byName = new HashMap<>();

  Types(IndexView index) {
    Set<DotName> seen = new HashSet<>(); // an index may be made of several that overlap
    for (ClassInfo type : index.getKnownClasses()) {
      if ((type.isRecord() || type.isEnum()) && seen.add(type.name())) {
        byName.computeIfAbsent(nameOf(type), name -> new ArrayList<>()).add(type);
      }
    }
  }

  private static String nameOf(ClassInfo type) {
    AnnotationValue name = givenName(type);
    return name == null ? type.simpleName() : name.asString();
  }

  private static @Nullable AnnotationValue givenName(ClassInfo type) {
    AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
    return schema == null ? null : schema.value("name");
  }

  /**
   * Finds the type by the name SmallRye gave the schema, and by what is in it.
   *
   * @throws IllegalStateException when two types fit, for then their texts cannot be told apart
   */
  Optional<ClassInfo> of(String name, Schema schema) {
    List<ClassInfo> fitting = fitting(byName.get(name), schema);
    if (fitting.isEmpty() && name.startsWith(PAGE)) {
      fitting = fitting(byName.get(PAGE), schema);
    }
    if (fitting.size() > 1) {
      // An entity's part may be called as its view is named.
      fitting = fitting.stream().filter(type -> givenName(type) != null).toList();
    }
    if (fitting.size() > 1) {
      throw new IllegalStateException("the schema " + name + " may be of any of " + fitting);
    }
    return fitting.stream().findFirst();
  }

  private static List<ClassInfo> fitting(@Nullable List<ClassInfo> types, Schema schema) {
    return types == null
        ? List.of()
        : types.stream().filter(type -> members(type).equals(members(schema))).toList();
  }

  private static Set<String> members(ClassInfo type) {
    Set<String> members = new HashSet<>();
    if (type.isEnum()) {
      type.enumConstants().stream().map(FieldInfo::name).forEach(members::add);
    } else {
      type.recordComponents().stream()
          .map(component -> propertyOf(type, component))
          .forEach(members::add);
    }
    return members;
  }

  /** What a component is called in JSON. */
  static String propertyOf(ClassInfo type, RecordComponentInfo component) {
    AnnotationInstance renamed = type.field(component.name()).annotation(JSON_PROPERTY);
    return renamed == null || renamed.value() == null
        ? component.name()
        : renamed.value().asString();
  }

  private static Set<String> members(Schema schema) {
    Set<String> members = new HashSet<>();
    if (schema.getEnumeration() != null) {
      schema.getEnumeration().forEach(value -> members.add(value.toString()));
    } else if (schema.getProperties() != null) {
      members.addAll(schema.getProperties().keySet());
    }
    return members;
  }
}
