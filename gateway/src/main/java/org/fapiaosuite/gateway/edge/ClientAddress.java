package org.fapiaosuite.gateway.edge;

import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end: the peer of the connection, or, when that is a configured proxy, the
 * last address in X-Forwarded-For that is not one. Proxies that are no addresses stop the start.
 */
@Startup
@ApplicationScoped
class ClientAddress {

  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** A network; only its address' first bits count. */
  private record Block(BigInteger network, int length, int bits) {

    static Block parse(String text) {
      String[] parts = text.strip().split("/", 2);
      byte[] address = bytes(parts[0]);
      int length = address.length * 8;
      int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : length;
      if (length == 0 || bits < 0 || bits > length) {
        throw new IllegalArgumentException("not an address or block: " + text);
      }
      return new Block(network(address, bits), length, bits);
    }

    boolean contains(byte[] address) {
      return address.length * 8 == length && network(address, bits).equals(network);
    }

    private static BigInteger network(byte[] address, int bits) {
      return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
    }
  }

  private final List<Block> trusted;

  ClientAddress(EdgeConfig config) {
    this.trusted = config.trustedProxies().orElse(List.of()).stream().map(Block::parse).toList();
  }

  /** The other end of a connection; empty when it has none, as on a domain socket. */
  static String peer(@Nullable SocketAddress address) {
    String literal = address == null ? null : address.hostAddress();
    return literal == null ? "" : literal;
  }

  /** The client's address in its usual form. */
  String of(HttpServerRequest request) {
    String client = peer(request.remoteAddress());
    if (!isTrusted(client)) {
      return client;
    }
    String[] hops = String.join(",", request.headers().getAll("X-Forwarded-For")).split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (bytes(hop).length == 0) {
        return client;
      }
      client = hop;
      if (!isTrusted(hop)) {
        return client;
      }
    }
    return client;
  }

  boolean isTrusted(String address) {
    if (trusted.isEmpty()) {
      return false;
    }
    byte[] bytes = bytes(address);
    return trusted.stream().anyMatch(block -> block.contains(bytes));
  }

  /** Nothing but a literal: a name would be looked up. */
  private static byte[] bytes(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException notALiteral) {
      return new byte[0];
    }
  }
}
