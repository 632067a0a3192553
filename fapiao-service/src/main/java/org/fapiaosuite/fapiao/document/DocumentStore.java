package org.fapiaosuite.fapiao.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Keeps documents, addressed by the digest of their content; read and written in pieces, never
 * whole in memory. It may be another machine: it is not called within a transaction. Whoever refers
 * to a document keeps it first and then writes the reference down; what nobody refers to goes after
 * a while.
 */
public interface DocumentStore {

  /**
   * Keeps a content; one that is kept already stays as it is.
   *
   * @param content a file with at least one byte
   * @return where it is found again
   * @throws IOException when the file cannot be read
   */
  KeptDocument keep(Path content) throws IOException;

  /**
   * Writes a content out, piece by piece.
   *
   * @throws IOException when the reader is gone, or the content is not there or not whole
   */
  void write(KeptDocument document, OutputStream out) throws IOException;

  /** Deletes what was last kept before then and nobody refers to; returns how many that were. */
  int forgetUnused(Instant before);
}
