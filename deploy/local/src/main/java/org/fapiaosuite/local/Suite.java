package org.fapiaosuite.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fapiaosuite.local.children.ChildSpec;
import org.fapiaosuite.local.children.Liveness;
import org.fapiaosuite.local.children.Readiness;
import org.fapiaosuite.local.children.ReadyFile;
import org.fapiaosuite.local.keys.Keys;
import org.fapiaosuite.local.keys.PrivateFile;

/**
 * The one declaration of the whole suite: which processes there are, what each is given, and what
 * must serve before it.
 */
final class Suite {
  static final String POSTGRES = "postgres";
  static final String KAFKA = "kafka";
  static final String MAILBOX = "mailbox";
  static final String SIMULATOR = "simulator";
  static final String IDENTITY_PROVIDER = "identity-provider";
  static final String ADMIN_CENTER = "admin-center";
  static final String ACCOUNT = "account";
  static final String ORDER_SYNC = "order-sync";
  static final String FAPIAO = "fapiao";
  static final String NOTIFICATION = "notification";
  static final String GATEWAY = "gateway";

  /** The folders they are built in. */
  static final Map<String, String> MODULES =
      Map.of(
          ACCOUNT, "account-service",
          ORDER_SYNC, "order-sync-service",
          FAPIAO, "fapiao-service",
          NOTIFICATION, "notification-service",
          GATEWAY, "gateway");

  /** What tests of one module need. */
  static final List<String> INFRASTRUCTURE_PORTS =
      List.of(POSTGRES, KAFKA, Ports.KAFKA_CONTROLLER, MAILBOX, Ports.SMTP);

  /** Those with a REST interface of their own behind the gateway. */
  static final List<String> SERVICES = List.of(ACCOUNT, ORDER_SYNC, FAPIAO, NOTIFICATION);

  /** Those with health and metrics at a port of their own. */
  static final List<String> MANAGED = List.of(GATEWAY, ACCOUNT, ORDER_SYNC, FAPIAO, NOTIFICATION);

  /** Services that call others with a token signed by their own key. */
  private static final List<String> SERVICE_KEYS =
      List.of("order-sync-service", "fapiao-service", "notification-service");

  /**
   * Those that gain by the second compiler what it costs: one hashes passwords, the other stands in
   * every request's way.
   */
  private static final Set<String> COMPILED_TWICE = Set.of(ACCOUNT, GATEWAY);

  private final Checkout checkout;
  private final Home home;
  private final Addresses addresses;
  private final Keys keys;
  private final Jvm jvm;
  private final Archives archives;

  Suite(Checkout checkout, Home home, Addresses addresses, Archives archives) {
    this.archives = archives;
    this.checkout = checkout;
    this.home = home;
    this.addresses = addresses;
    this.keys = new Keys(home.data().resolve("keys"));
    this.jvm = Jvm.running();
  }

  List<ChildSpec> everything(boolean demo) throws IOException {
    List<ChildSpec> specs = new ArrayList<>(infrastructure());
    specs.add(simulator(demo));
    specs.add(identityProvider());
    specs.add(adminCenter());
    specs.add(account());
    specs.add(orderSync());
    specs.add(fapiao());
    specs.add(notification());
    specs.add(gateway());
    return specs;
  }

  /** Database, broker and mailbox, as far as they do not run elsewhere. */
  List<ChildSpec> infrastructure() {
    List<ChildSpec> specs = new ArrayList<>();
    if (addresses.isEmbedded(POSTGRES)) {
      specs.add(postgres());
    }
    if (addresses.isEmbedded(KAFKA)) {
      specs.add(kafka());
    }
    if (addresses.isEmbedded(Ports.SMTP)) {
      specs.add(mailbox());
    }
    return specs;
  }

  Addresses addresses() {
    return addresses;
  }

  String platformSecret() throws IOException {
    return keys.webhookSecret("platform");
  }

  String staffPassword() throws IOException {
    return keys.password("demo-staff-password");
  }

  String customerPassword() throws IOException {
    return keys.password("demo-customer-password");
  }

  private ChildSpec postgres() {
    return local(
        POSTGRES,
        "-Xmx24m",
        "org.fapiaosuite.local.postgres.PostgresServer",
        Map.of(
            "binaries", checkout.postgresBinaries(),
            "data", home.data().resolve("postgres"),
            "port", addresses.port(POSTGRES),
            "databases", "account,ordersync,fapiao,notification"));
  }

  private ChildSpec kafka() {
    return local(
        KAFKA,
        "-Xmx112m",
        "org.fapiaosuite.local.kafka.KafkaBroker",
        Map.of(
            "data", home.data().resolve("kafka"),
            "port", addresses.port(KAFKA),
            "controller-port", addresses.port(Ports.KAFKA_CONTROLLER),
            "topics", checkout.topics()));
  }

  private ChildSpec mailbox() {
    return local(
        MAILBOX,
        "-Xmx32m",
        "org.fapiaosuite.local.mailbox.Mailbox",
        Map.of(
            "data", home.data().resolve("mails"),
            "port", addresses.port(MAILBOX),
            "smtp-port", addresses.port(Ports.SMTP)));
  }

  private ChildSpec identityProvider() {
    return local(
        IDENTITY_PROVIDER,
        "-Xmx24m",
        "org.fapiaosuite.local.identity.IdentityProvider",
        Map.of("port", addresses.port(IDENTITY_PROVIDER)));
  }

  private ChildSpec adminCenter() {
    return local(
        ADMIN_CENTER,
        "-Xmx16m",
        "org.fapiaosuite.local.center.AdminCenter",
        Map.of(
            "port", addresses.port(ADMIN_CENTER),
            "gateway", addresses.url(GATEWAY),
            "issuer", addresses.url(IDENTITY_PROVIDER)));
  }

  private ChildSpec simulator(boolean demo) throws IOException {
    Path secret = home.run().resolve("config").resolve(SIMULATOR + ".secret");
    PrivateFile.write(secret, platformSecret() + "\n");
    List<String> command =
        jvm.guarded(
            List.of("-Xmx48m"), checkout.simulatorJar(), "org.fapiaosuite.simulator.Simulator");
    command.addAll(
        List.of(
            "--port", String.valueOf(addresses.port(SIMULATOR)),
            "--data", home.data().resolve("simulator").toString(),
            "--push-url", addresses.url(GATEWAY),
            "--secret-file", secret.toString()));
    if (demo) {
      command.add("--demo");
    }
    Readiness healthy = new Readiness.ByHttp(URI.create(addresses.url(SIMULATOR) + "/health"));
    return new ChildSpec(
        SIMULATOR,
        command,
        Jvm.ENVIRONMENT,
        home.log(SIMULATOR),
        healthy,
        Optional.of(checkout.simulatorJar()),
        Optional.empty(),
        List.of());
  }

  private ChildSpec account() throws IOException {
    Map<String, Object> config = withDatabase("account");
    config.put("fapiao.account.keys.signing", keys.signingKey("account-service"));
    config.put("fapiao.account.keys.master", keys.secret("account-master"));
    config.put("fapiao.account.keys.service-trust", keys.trust(SERVICE_KEYS));
    config.put("fapiao.account.demo-staff-password", staffPassword());
    String issuer = "fapiao.account.exchange.issuers.demo.";
    config.put(issuer + "issuer", addresses.url(IDENTITY_PROVIDER));
    config.put(issuer + "audiences", "admin-center,fapiao-suite");
    config.put(issuer + "customer-claim", "customer_id");
    config.put(issuer + "platform", "simulator");
    config.put("fapiao.account.exchange.keys-retry-delay", "PT1S");
    List<String> hashes = new ArrayList<>(Jvm.ROOM_FOR_HASHES);
    hashes.addAll(Jvm.HASHES_IN_ONE_PIECE);
    return service(ACCOUNT, hashes, config);
  }

  private ChildSpec orderSync() throws IOException {
    Map<String, Object> config = withDatabase("ordersync");
    config.put("fapiao.trust.account-url", addresses.url(ACCOUNT));
    config.put("fapiao.order-sync.platforms.simulator.secret", platformSecret());
    config.put("fapiao.order-sync.platforms.simulator.url", addresses.url(SIMULATOR));
    return service(ORDER_SYNC, List.of("-Xmx112m"), config);
  }

  private ChildSpec fapiao() throws IOException {
    Map<String, Object> config = withDatabase("fapiao");
    config.put("fapiao.trust.account-url", addresses.url(ACCOUNT));
    config.put("fapiao.invoicing.encryption-key", keys.secret("fapiao-encryption"));
    config.put("fapiao.invoicing.keys.master", keys.secret("fapiao-master"));
    config.put("fapiao.invoicing.keys.service-trust", keys.trust(SERVICE_KEYS));
    config.put("fapiao.rehearsal.clock-ahead", home.clockAhead());
    return service(FAPIAO, List.of("-Xmx112m"), config);
  }

  private ChildSpec notification() throws IOException {
    Map<String, Object> config = withDatabase("notification");
    config.put("fapiao.trust.account-url", addresses.url(ACCOUNT));
    config.put("quarkus.mailer.host", addresses.host(Ports.SMTP));
    config.put("quarkus.mailer.port", addresses.portText(Ports.SMTP));
    config.put("fapiao.notification.links.public-url", addresses.url(GATEWAY));
    config.put("fapiao.notification.service-key", keys.signingKey("notification-service"));
    config.put("fapiao.notification.owners.account", addresses.url(ACCOUNT));
    config.put("fapiao.notification.owners.fapiao", addresses.url(FAPIAO));
    return service(NOTIFICATION, List.of("-Xmx112m"), config);
  }

  private ChildSpec gateway() throws IOException {
    Map<String, Object> config = new LinkedHashMap<>();
    for (String upstream : SERVICES) {
      config.put("fapiao.gateway.upstreams." + upstream, addresses.url(upstream));
    }
    config.put("fapiao.gateway.cors.origins", addresses.url(ADMIN_CENTER));
    return service(GATEWAY, List.of("-Xmx96m"), config);
  }

  private Map<String, Object> withDatabase(String database) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("quarkus.datasource.jdbc.url", addresses.jdbcUrl(database));
    config.put("quarkus.datasource.username", database);
    config.put("quarkus.datasource.password", addresses.databasePassword());
    config.put("kafka.bootstrap.servers", addresses.address(KAFKA));
    config.put("fapiao.messaging.copy", database + "-0");
    return config;
  }

  private ChildSpec service(String name, List<String> sizes, Map<String, Object> config)
      throws IOException {
    config.put("quarkus.http.host", "127.0.0.1");
    config.put("quarkus.http.port", addresses.port(name));
    config.put("quarkus.management.port", addresses.port(Ports.management(name)));
    Path file = home.config(name);
    ServiceConfig.write(file, config);
    Path jar = checkout.serviceJar(Objects.requireNonNull(MODULES.get(name)));
    List<String> options = new ArrayList<>(archives.options(name, jar, Checkout.own()));
    options.addAll(sizes);
    if (COMPILED_TWICE.contains(name)) {
      options.add(Jvm.BOTH_COMPILERS);
    }
    options.add("-Dquarkus.profile=local");
    options.add("-Dquarkus.config.locations=" + file);
    List<String> command =
        jvm.guarded(options, jar, "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint");
    String management = addresses.url(Ports.management(name));
    Readiness healthy = new Readiness.ByHttp(URI.create(management + "/q/health/ready"));
    return new ChildSpec(
        name,
        command,
        Jvm.ENVIRONMENT,
        home.log(name),
        healthy,
        Optional.of(jar),
        Optional.of(Liveness.of(URI.create(management + "/q/health/live"))),
        needs());
  }

  private List<String> needs() {
    return Stream.of(POSTGRES, KAFKA).filter(addresses::isEmbedded).toList();
  }

  private ChildSpec local(String name, String heap, String main, Map<String, Object> arguments) {
    List<String> command = jvm.main(List.of(heap), main);
    arguments.forEach((key, value) -> command.addAll(List.of("--" + key, value.toString())));
    command.addAll(List.of("--ready", home.ready(name).toString()));
    Readiness says = new Readiness.ByFile(new ReadyFile(home.ready(name)));
    return new ChildSpec(
        name,
        command,
        Jvm.ENVIRONMENT,
        home.log(name),
        says,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
