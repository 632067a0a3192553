package org.fapiaosuite.fapiao.support.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.fapiaosuite.fapiao.document.DocumentStore;
import org.fapiaosuite.fapiao.document.KeptDocument;
import org.fapiaosuite.fapiao.support.CaseFile;

/** Hands a file out, to be saved and never to be shown within a page of ours. */
@ApplicationScoped
class FileAnswer {

  private final DocumentStore store;

  FileAnswer(DocumentStore store) {
    this.store = store;
  }

  /** The file as an attachment, read in pieces while it is sent. */
  Response of(CaseFile file) {
    KeptDocument document = file.document();
    StreamingOutput content = out -> store.write(document, out);
    return Response.ok(content, file.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, document.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** The name for readers of RFC 6266 in UTF-8, for others in ASCII. */
  private static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
