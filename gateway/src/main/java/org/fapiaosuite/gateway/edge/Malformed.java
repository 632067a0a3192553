package org.fapiaosuite.gateway.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers what cannot be read as HTTP before the connection ends, wherever it stands: in the first
 * request or a later one, in the head or between the chunks of a body. The server behind it would
 * close without a word in half of these cases. One for each connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a caller who is gone needs no answer
final class Malformed extends ChannelDuplexHandler {

  private static final Set<HttpVersion> SPOKEN = Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

  /** Who is still writing would lose the answer to a reset, and might write for ever. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Answer answer;

  private int unanswered;
  private boolean answering;
  private boolean refused;
  private @Nullable HttpResponse pending;

  private @Nullable String language;

  Malformed(Answer answer) {
    this.answer = answer;
  }

  /** Makes the whole answer. */
  interface Answer {

    /**
     * What a caller is told.
     *
     * @param cause why it could not be read; null for a version that is not spoken here
     * @param acceptLanguage the caller's header, where one could be read
     */
    HttpResponse to(@Nullable Throwable cause, @Nullable String acceptLanguage);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
      return;
    }
    boolean isHead = message instanceof HttpRequest;
    if (message instanceof HttpRequest head && !head.decoderResult().isFailure()) {
      language = head.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
    }
    if (message instanceof HttpObject part && isBroken(part)) {
      refused = true;
      ReferenceCountUtil.release(message);
      if (!isHead && unanswered == 0 && !answering) {
        context.close(); // answered before its body was read
        return;
      }
      pending = answer.to(part.decoderResult().cause(), language);
      // Damaged in its body, a request is answered by this; before a damaged one, others wait.
      unanswered -= isHead ? 0 : 1;
      answerWhenFree(context);
      return;
    }
    unanswered += isHead ? 1 : 0;
    context.fireChannelRead(message);
  }

  private static boolean isBroken(HttpObject part) {
    DecoderResult result = part.decoderResult();
    return result.isFailure()
        || (part instanceof HttpRequest request && !SPOKEN.contains(request.protocolVersion()));
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (refused && unanswered == 0 && !answering) {
      ReferenceCountUtil.release(message);
      promise.trySuccess();
      return;
    }
    if (message instanceof HttpResponse response) {
      answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
    }
    context.write(message, promise);
    if (answering && message instanceof LastHttpContent) {
      answering = false;
      unanswered--;
      answerWhenFree(context);
    }
  }

  private void answerWhenFree(ChannelHandlerContext context) {
    HttpResponse whole = pending;
    if (whole == null || unanswered > 0) {
      return;
    }
    pending = null;
    if (answering) {
      context.close();
      return;
    }
    ChannelFuture sent = context.writeAndFlush(whole);
    sent.addListener(done -> end(context));
  }

  /** Says that nothing more comes; what still arrives is thrown away until the caller ends too. */
  private static void end(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(true);
    if (context.channel() instanceof DuplexChannel duplex) {
      duplex.shutdownOutput();
    }
    context.executor().schedule(() -> context.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
  }
}
