package org.fapiaosuite.local;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.fapiaosuite.local.keys.PrivateFile;

/** The one file a service is configured by; only its owner may read it, for it holds secrets. */
final class ServiceConfig {
  private ServiceConfig() {}

  static void write(Path file, Map<String, Object> config) throws IOException {
    Properties properties = new Properties();
    config.forEach((name, value) -> properties.setProperty(name, value.toString()));
    StringWriter text = new StringWriter();
    properties.store(text, "Written by the launcher at each start");
    PrivateFile.write(file, text.toString());
  }
}
