package org.fapiaosuite.rest.strict;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Lets a body through to the JSON reader only as UTF-8 JSON of at most 64 KiB, uncompressed; a
 * resource that takes {@code byte[]} reads for itself.
 */
@Provider
public class StrictBody implements ReaderInterceptor {

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    checkHeaders(context);
    if (context.getType() == byte[].class) {
      // A signed body: its resource looks at the signature before it looks at the JSON.
      return context.proceed();
    }
    byte[] body = context.getInputStream().readNBytes(BodyLimit.STANDARD + 1);
    if (body.length > BodyLimit.STANDARD) {
      throw StandardProblem.TOO_LARGE.with();
    }
    if (body.length == 0 || !isText(body)) {
      throw StandardProblem.UNREADABLE.with();
    }
    context.setInputStream(new ByteArrayInputStream(body));
    Object value = read(context);
    if (value == null) {
      throw StandardProblem.UNREADABLE.with();
    }
    return value;
  }

  private static @Nullable Object read(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (JsonProcessingException trouble) {
      throw UnreadableJson.problem(trouble);
    } catch (WebApplicationException wrapped) {
      if (wrapped.getCause() instanceof JsonProcessingException trouble) {
        throw UnreadableJson.problem(trouble);
      }
      throw wrapped;
    }
  }

  private static void checkHeaders(ReaderInterceptorContext context) {
    List<String> types = context.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    if (types == null || types.size() != 1) {
      throw StandardProblem.UNSUPPORTED_MEDIA_TYPE.with();
    }
    MediaType type = context.getMediaType();
    String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (!(type.getType() + "/" + type.getSubtype()).equalsIgnoreCase(MediaType.APPLICATION_JSON)
        || (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name()))) {
      throw StandardProblem.UNSUPPORTED_MEDIA_TYPE.with();
    }
    String encoding = context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw StandardProblem.UNSUPPORTED_MEDIA_TYPE.with();
    }
  }

  /** Well-formed UTF-8 without a NUL, which also shuts out UTF-16 and UTF-32. */
  private static boolean isText(byte[] body) {
    for (byte at : body) {
      if (at == 0) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
