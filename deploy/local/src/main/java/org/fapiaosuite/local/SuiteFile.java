package org.fapiaosuite.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.local.demo.DemoCustomer;
import org.fapiaosuite.local.keys.PrivateFile;

/**
 * {@code run/suite.json}: what scripts need to know of a running suite. There exactly while all of
 * it serves or is being brought back; always whole. Its owner's alone, for it holds passwords.
 */
final class SuiteFile {
  static final String CLERK = "clerk@service-centre.example";
  static final Map<String, String> STAFF = new LinkedHashMap<>();

  static {
    STAFF.put(CLERK, "CLERK");
    STAFF.put("lead@service-centre.example", "LEAD");
    STAFF.put("admin@service-centre.example", "ADMIN");
    STAFF.put("auditor@service-centre.example", "AUDITOR");
  }

  private final Home home;
  private final Suite suite;
  private final boolean everything;
  private boolean customerIsThere;
  private boolean removed;

  SuiteFile(Home home, Suite suite, boolean everything) {
    this.home = home;
    this.suite = suite;
    this.everything = everything;
  }

  synchronized void write(Map<String, Long> pids) throws IOException {
    if (removed) {
      return;
    }
    Map<String, Object> content = new LinkedHashMap<>();
    if (everything) {
      content.put("gateway", suite.addresses().url(Suite.GATEWAY));
    }
    if (suite.addresses().isEmbedded(Ports.SMTP)) {
      content.put("mailbox", suite.addresses().url(Suite.MAILBOX));
    }
    if (everything) {
      content.put("simulator", suite.addresses().url(Suite.SIMULATOR));
      Map<String, String> services = new LinkedHashMap<>();
      Suite.SERVICES.forEach(name -> services.put(name, suite.addresses().url(name)));
      content.put("services", services);
      Map<String, String> management = new LinkedHashMap<>();
      Suite.MANAGED.forEach(
          name -> management.put(name, suite.addresses().url(Ports.management(name))));
      content.put("management", management);
    }
    content.put(
        "infrastructure",
        Map.of(
            "postgres", suite.addresses().address(Suite.POSTGRES),
            "kafka", suite.addresses().address(Suite.KAFKA),
            "smtp", suite.addresses().address(Ports.SMTP)));
    Map<String, Long> all = new LinkedHashMap<>(pids);
    all.put("launcher", ProcessHandle.current().pid());
    content.put("pids", all);
    Map<String, String> logs = new LinkedHashMap<>();
    pids.keySet().forEach(name -> logs.put(name, home.log(name).toString()));
    content.put("logs", logs);
    if (everything) {
      content.put("staff", staff());
      content.put("customers", customers());
      String issuer = suite.addresses().url(Suite.IDENTITY_PROVIDER);
      content.put("identityProvider", Map.of("issuer", issuer, "token", issuer + "/token"));
      content.put("adminCenter", suite.addresses().url(Suite.ADMIN_CENTER));
      content.put("platform", Map.of("name", "simulator", "secret", suite.platformSecret()));
      content.put("limits", "local");
    }
    PrivateFile.write(
        home.suiteFile(),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
  }

  /** From now on the file names the demonstration customer. */
  synchronized void customerIsThere() {
    customerIsThere = true;
  }

  /** Final: a child that comes back while the others stop does not bring the file back. */
  synchronized void remove() throws IOException {
    removed = true;
    Files.deleteIfExists(home.suiteFile());
  }

  /** Those who can sign in and have bills; empty without demonstration, and until it is made. */
  private List<Map<String, String>> customers() throws IOException {
    return customerIsThere
        ? List.of(Map.of("email", DemoCustomer.EMAIL, "password", suite.customerPassword()))
        : List.of();
  }

  private List<Map<String, String>> staff() throws IOException {
    List<Map<String, String>> staff = new ArrayList<>();
    for (Map.Entry<String, String> account : STAFF.entrySet()) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("email", account.getKey());
      entry.put("password", suite.staffPassword());
      entry.put("role", account.getValue());
      staff.add(entry);
    }
    return staff;
  }
}
