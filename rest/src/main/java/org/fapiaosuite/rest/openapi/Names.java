package org.fapiaosuite.rest.openapi;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * One name for one thing: {@code Account} for the record AccountView, {@code BillList} for a page.
 */
final class Names {

  private static final String SCHEMAS = "#/components/schemas/";
  private static final Pattern PAGE_OF = Pattern.compile("Page([A-Z]\\w*?)(View)?");
  private static final Pattern PAGE = Pattern.compile("(\\w+)Page");
  private static final Pattern VIEW = Pattern.compile("(\\w+)View");

  private Names() {}

  /** The name of a schema for what SmallRye calls it, which is by its class. */
  static String of(String schema) {
    Matcher pageOf = PAGE_OF.matcher(schema);
    if (pageOf.matches()) {
      return pageOf.group(1) + "List";
    }
    Matcher page = PAGE.matcher(schema);
    if (page.matches()) {
      return page.group(1) + "List";
    }
    Matcher view = VIEW.matcher(schema);
    return view.matches() ? view.group(1) : schema;
  }

  /** Points a reference to the new name. */
  static void redirect(Schema schema) {
    String ref = schema.getRef();
    if (ref != null && ref.startsWith(SCHEMAS)) {
      schema.setRef(SCHEMAS + of(ref.substring(SCHEMAS.length())));
      // SmallRye repeats what the reference says already
      schema.setType(null);
      schema.setProperties(null);
    }
  }

  static void rename(Components components) {
    Map<String, Schema> renamed = new TreeMap<>();
    components
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (renamed.put(of(name), schema) != null) {
                throw new IllegalStateException("two schemas would be named " + of(name));
              }
            });
    components.setSchemas(renamed);
  }

  /** The schema a reference points to, itself when it is none. */
  static Schema resolved(Components components, Schema schema) {
    String ref = schema.getRef();
    return ref == null
        ? schema
        : Objects.requireNonNull(components.getSchemas().get(ref.substring(SCHEMAS.length())), ref);
  }
}
