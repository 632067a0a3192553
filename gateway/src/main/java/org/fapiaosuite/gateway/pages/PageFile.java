package org.fapiaosuite.gateway.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of the portal as it is: script, style, picture.
 *
 * @param hashed whether its name changes with its content, so that it may be kept for ever
 * @param bytes by how they are packed; unpacked always among them
 */
record PageFile(String contentType, boolean hashed, String digest, Map<Coding, Buffer> bytes) {

  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
  private static final int DIGEST_BYTES = 16;

  static PageFile of(String contentType, boolean hashed, Map<Coding, byte[]> contents) {
    Map<Coding, Buffer> bytes = new EnumMap<>(Coding.class);
    contents.forEach((coding, content) -> bytes.put(coding, Buffer.buffer(content)));
    Buffer plain = bytes.getOrDefault(Coding.IDENTITY, Buffer.buffer());
    return new PageFile(contentType, hashed, digest(plain.getBytes()), bytes);
  }

  void answer(HttpServerRequest request) {
    Coding coding = Coding.best(request.getHeader(HttpHeaders.ACCEPT_ENCODING), bytes.keySet());
    // Each packing has a tag of its own: a strong one stands for bytes.
    String tag = '"' + digest + (coding == Coding.IDENTITY ? "" : "-" + coding.token()) + '"';
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.ETAG, tag);
    response.putHeader(HttpHeaders.CACHE_CONTROL, hashed ? FOR_A_YEAR : "no-cache");
    response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    if (coding != Coding.IDENTITY) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.token());
    }
    send(request, bytes.getOrDefault(coding, Buffer.buffer()));
  }

  /** The body, or for a HEAD only its length. */
  static void send(HttpServerRequest request, Buffer body) {
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (HttpMethod.HEAD.equals(request.method())) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String known : ifNoneMatch.split(",", -1)) {
      String candidate = known.strip();
      if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
