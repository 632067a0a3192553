package org.fapiaosuite.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations come before the services, and without them no service is touched. */
class RolloutTest {
  private static final String SERVICES = "apply services";

  @TempDir Path folder;

  @Test
  void servers_come_first_then_migrations_then_services() throws Exception {
    assertEquals(0, apply("true"));

    assertEquals(
        List.of(
            "kustomize",
            "apply configuration and servers",
            "rollout statefulset",
            "delete job",
            "apply migrations",
            "wait job",
            SERVICES,
            "rollout deployment"),
        steps());
  }

  @Test
  void after_a_migration_that_fails_no_service_is_touched() throws Exception {
    assertNotEquals(0, apply("[ \"$3\" != wait ]"));

    assertEquals("wait job", steps().get(steps().size() - 1));
  }

  /**
   * Runs the script with a kubectl that only writes down what it was told.
   *
   * @param outcome a shell command that decides how each call ends
   */
  private int apply(String outcome) throws IOException, InterruptedException {
    Path kubectl = folder.resolve("kubectl");
    Files.writeString(kubectl, "#!/bin/sh\necho \"$*\" >>" + folder + "/calls\n" + outcome + "\n");
    ProcessBuilder builder =
        new ProcessBuilder("bash", Checkout.KUBERNETES.resolve("apply").toString(), "large")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().put("KUBECTL", kubectl.toString());
    if (!kubectl.toFile().setExecutable(true)) {
      throw new IOException("cannot be made executable: " + kubectl);
    }
    return builder.start().waitFor();
  }

  private List<String> steps() {
    return Checkout.lines(folder.resolve("calls")).stream()
        .map(
            call ->
                call.replaceFirst("^--namespace fapiao ", "")
                    .replaceFirst("^apply .*=migration$", "apply migrations")
                    .replaceFirst("^apply .*=service$", SERVICES)
                    .replaceFirst("^apply .*\\(.*\\)$", "apply configuration and servers")
                    .replaceFirst("^kustomize .*", "kustomize")
                    .replaceFirst("^(rollout) status (\\w+) .*", "$1 $2")
                    .replaceFirst("^(delete|wait) job .*", "$1 job"))
        .toList();
  }
}
