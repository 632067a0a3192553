package org.fapiaosuite.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request body that is counted while it flows, so that one without announced length is bounded as
 * well; past its bound it fails and flows no further.
 */
final class CountedBody implements ReadStream<Buffer> {

  /** Ends a stream that is larger than allowed. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body too large", null, false, false);
    }
  }

  private final ReadStream<Buffer> body;
  private final long most;
  private final Runnable whenComplete;
  private @Nullable Handler<Throwable> failed;
  private long counted;
  private boolean over;

  CountedBody(ReadStream<Buffer> body, long most, Runnable whenComplete) {
    this.body = body;
    this.most = most;
    this.whenComplete = whenComplete;
  }

  boolean isOver() {
    return over;
  }

  @Override
  public CountedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failed = handler;
    body.exceptionHandler(handler);
    return this;
  }

  @Override
  public CountedBody handler(@Nullable Handler<Buffer> handler) {
    body.handler(handler == null ? null : buffer -> count(buffer, handler));
    return this;
  }

  private void count(Buffer buffer, Handler<Buffer> handler) {
    counted += buffer.length();
    if (over) {
      return;
    }
    if (counted <= most) {
      handler.handle(buffer);
      return;
    }
    over = true;
    if (failed != null) {
      failed.handle(new TooLarge());
    }
  }

  @Override
  public CountedBody pause() {
    body.pause();
    return this;
  }

  @Override
  public CountedBody resume() {
    body.resume();
    return this;
  }

  @Override
  public CountedBody fetch(long amount) {
    body.fetch(amount);
    return this;
  }

  @Override
  public CountedBody endHandler(@Nullable Handler<Void> handler) {
    body.endHandler(
        handler == null
            ? null
            : end -> {
              whenComplete.run();
              handler.handle(null);
            });
    return this;
  }
}
