package org.fapiaosuite.ordersync.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.fapiaosuite.ordersync.platform.UnreadablePushException;
import org.fapiaosuite.ordersync.platform.VerifiedPush;

/**
 * Takes {@code {"events":[{"id":"…","event":{…}},…]}} apart. Each event keeps the very bytes it
 * came in, so that it is the same push whether it comes alone or in a batch.
 */
final class PushBatch {
  private static final int MOST_EVENTS = 100;
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,256}");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(60)
                  .maxStringLength(64 * 1024)
                  .maxNameLength(200)
                  .maxNumberLength(40)
                  .maxDocumentLength(1024 * 1024)
                  .build())
          .build();

  private PushBatch() {}

  /**
   * The events of a batch, at most 100.
   *
   * @throws UnreadablePushException when it is something else
   */
  static List<VerifiedPush> events(byte[] batch) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(batch));
    } catch (CharacterCodingException notUtf8) {
      throw new UnreadablePushException();
    }
    try (JsonParser parser = JSON.createParser(batch)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      require("events".equals(parser.nextFieldName()));
      require(parser.nextToken() == JsonToken.START_ARRAY);
      List<VerifiedPush> events = new ArrayList<>();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        require(events.size() < MOST_EVENTS);
        events.add(event(parser, batch));
      }
      require(parser.currentToken() == JsonToken.END_ARRAY);
      require(parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
      require(!events.isEmpty());
      return events;
    } catch (IOException notJson) {
      throw new UnreadablePushException();
    }
  }

  private static VerifiedPush event(JsonParser parser, byte[] batch) throws IOException {
    require("id".equals(parser.nextFieldName()));
    require(parser.nextToken() == JsonToken.VALUE_STRING);
    String id = parser.getText();
    require(ID.matcher(id).matches());
    require("event".equals(parser.nextFieldName()));
    require(parser.nextToken() == JsonToken.START_OBJECT);
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int end = (int) parser.currentLocation().getByteOffset();
    require(parser.nextToken() == JsonToken.END_OBJECT);
    return new VerifiedPush(id, Arrays.copyOfRange(batch, start, end));
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new UnreadablePushException();
    }
  }
}
