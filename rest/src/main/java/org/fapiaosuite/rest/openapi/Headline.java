package org.fapiaosuite.rest.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * What stands above the operations: introduction, server, contact, licence, tags. The introduction
 * is every {@code META-INF/openapi/introduction.md} that the service and its libraries bring, so
 * that a domain explains its words once.
 */
final class Headline {

  private static final String INTRODUCTION = "META-INF/openapi/introduction.md";
  private static final String RESOURCE = " Resource";

  private Headline() {}

  static void write(OpenAPI api, IndexView index) {
    // Title and version follow from the configuration.
    Info info = api.getInfo() == null ? OASFactory.createInfo() : api.getInfo();
    info.description(String.join("\n\n", introductions()))
        .contact(
            OASFactory.createContact()
                .name("The service centre of this installation; GET /api/v1/contact has its phone"))
        .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0"));
    api.setInfo(info);
    api.setServers(
        List.of(
            OASFactory.createServer()
                .url("/")
                .description(
                    "The gateway that served this document; the same paths on a local machine and"
                        + " in production")
                .addExtension("x-internal", false)));
    tag(api, new Operations(index));
  }

  private static List<String> introductions() {
    try {
      List<URL> files =
          new ArrayList<>(
              Collections.list(
                  Thread.currentThread().getContextClassLoader().getResources(INTRODUCTION)));
      List<String> texts = new ArrayList<>();
      for (URL file : files) {
        try (InputStream in = file.openStream()) {
          texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
      }
      // The service's own first, then the libraries' (they begin with a heading), whatever the
      // order of the class path.
      Collections.sort(texts, Collections.reverseOrder());
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tag a resource, in words, with what the resource's Javadoc says. */
  private static void tag(OpenAPI api, Operations operations) {
    Map<String, Tag> tags = new TreeMap<>();
    for (PathItem path : api.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        MethodInfo method = operations.of(operation).orElse(null);
        List<String> names = operation.getTags();
        if (method == null || names == null || names.isEmpty()) {
          continue;
        }
        String name = inWords(names.get(0));
        operation.setTags(List.of(name));
        Text text = Operations.javadoc(method).text("description");
        Tag tag = tags.computeIfAbsent(name, first -> OASFactory.createTag().name(name));
        if (text != null && tag.getDescription() == null) {
          tag.setDescription(text.words());
        }
      }
    }
    api.setTags(new ArrayList<>(tags.values()));
  }

  /** {@code Email Changes Resource} is {@code Email changes}. */
  private static String inWords(String tag) {
    if (!tag.endsWith(RESOURCE)) {
      return tag;
    }
    String name = tag.substring(0, tag.length() - RESOURCE.length());
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
