package org.fapiaosuite.rest.strict;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.rest.language.Languages;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * Answers a request whose body is sent in chunks, one of which is damaged, before the connection
 * ends. The server behind it answers what it cannot read of a head, but closes on a body without a
 * word. One for each connection that has ever seen a chunk.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a caller who is gone needs no answer
final class BrokenChunks extends ChannelDuplexHandler {

  private static final String NAME = "broken-chunks";

  /** What Vert.x calls its own handler. */
  private static final String SERVER = "handler";

  private final Locale locale;

  /** Requests without a whole answer; put in while the first of them is looked at. */
  private int unanswered = 1;

  private boolean answering;
  private boolean refused;

  private BrokenChunks(Locale locale) {
    this.locale = locale;
  }

  /** Looks at the chunks of this request, and of those that follow on its connection. */
  static void watch(HttpServerRequest request) {
    if (request.version() != io.vertx.core.http.HttpVersion.HTTP_1_1
        || !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      return;
    }
    ChannelPipeline pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
    if (pipeline.get(NAME) == null) {
      Locale locale = Languages.best(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
      pipeline.addBefore(SERVER, NAME, new BrokenChunks(locale));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof HttpContent part
        && part.decoderResult().isFailure()
        && unanswered == 1
        && !answering) {
      refused = true;
      ReferenceCountUtil.release(message);
      context.writeAndFlush(answer()).addListener(sent -> end(context));
    } else {
      unanswered += message instanceof HttpRequest ? 1 : 0;
      context.fireChannelRead(message);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (refused) {
      ReferenceCountUtil.release(message);
      promise.trySuccess();
      return;
    }
    if (message instanceof HttpResponse response) {
      answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
    }
    if (answering && message instanceof LastHttpContent) {
      answering = false;
      unanswered--;
    }
    context.write(message, promise);
  }

  /** Says that nothing more comes; what still arrives is thrown away until the caller ends too. */
  private static void end(ChannelHandlerContext context) {
    if (context.channel() instanceof DuplexChannel duplex) {
      duplex.shutdownOutput();
    }
    context
        .executor()
        .schedule(() -> context.close(), FrontDoor.LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private FullHttpResponse answer() {
    byte[] body =
        FrontDoor.body(StandardProblem.UNREADABLE, locale).getBytes(StandardCharsets.UTF_8);
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(body));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LANGUAGE, locale.toLanguageTag())
        .set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_LANGUAGE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return answer;
  }
}
