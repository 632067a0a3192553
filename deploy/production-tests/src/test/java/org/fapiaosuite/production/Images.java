package org.fapiaosuite.production;

/** Names of images. */
final class Images {
  private Images() {}

  /** Whether the name says which image is meant, today and tomorrow. */
  static boolean isVersioned(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int tag = name.indexOf(':');
    return tag > 0 && tag < name.length() - 1 && !name.endsWith(":latest");
  }
}
