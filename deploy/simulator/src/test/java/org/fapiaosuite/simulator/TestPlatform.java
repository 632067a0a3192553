package org.fapiaosuite.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.fapiaosuite.simulator.api.Calls;
import org.fapiaosuite.simulator.api.Door;

/** A platform with a clock that a test sets; it stands at 2026-11-20, 10:00 in Shanghai. */
final class TestPlatform implements AutoCloseable {

  static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final Platform platform;
  private final Door door;
  private volatile Instant now = Instant.parse("2026-11-20T02:00:00Z");

  TestPlatform(Path folder, URI receiver) throws IOException {
    Clock clock = new SetClock(() -> now, ZoneOffset.UTC);
    platform = new Platform(folder, receiver, List.of(SECRET), new Random(7), clock);
    door =
        new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Calls(platform));
    platform.start(8);
  }

  Http http() {
    return new Http(URI.create("http://127.0.0.1:" + door.port()));
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public void close() throws IOException {
    door.close();
    platform.close();
  }

  private static final class SetClock extends Clock {
    private final Supplier<Instant> now;
    private final ZoneId zone;

    SetClock(Supplier<Instant> now, ZoneId zone) {
      this.now = now;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new SetClock(now, other);
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
