package org.fapiaosuite.ordersync.platform.standard;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Passes a response body on until it is longer than it may be; then hangs up. */
final class LimitedBody<T> implements BodySubscriber<T> {
  private final BodySubscriber<T> target;
  private final long most;
  private Flow.@Nullable Subscription subscription;
  private long received;

  LimitedBody(BodySubscriber<T> target, long most) {
    this.target = target;
    this.most = most;
  }

  @Override
  public CompletionStage<T> getBody() {
    return target.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription upstream) {
    this.subscription = upstream;
    target.onSubscribe(upstream);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      received += buffer.remaining();
    }
    if (received <= most) {
      target.onNext(buffers);
    } else if (subscription != null) {
      subscription.cancel();
      subscription = null;
      target.onError(new IOException("longer than " + most + " bytes"));
    }
  }

  @Override
  public void onError(Throwable trouble) {
    target.onError(trouble);
  }

  @Override
  public void onComplete() {
    target.onComplete();
  }
}
