package org.fapiaosuite.account.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;

/** The network an address belongs to. */
public final class Network {

  private static final int IPV4_BYTES = 4;
  private static final int SLASH_24 = 3;
  private static final int SLASH_56 = 7;

  private Network() {}

  /** What one household or office shares: the /24 of IPv4, the /56 of IPv6. */
  public static String neighbourhood(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return address;
    }
    return Arrays.toString(Arrays.copyOf(bytes, bytes.length == IPV4_BYTES ? SLASH_24 : SLASH_56));
  }
}
