package org.fapiaosuite.fapiao.support.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.support.BroughtFile;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A form with one file.
 *
 * @param file a PDF, a PNG or a JPEG by its content, at most 5 MiB, with a name of at most 100
 *     characters that ends as its kind does, without a path; a picture of at most 100 million
 *     pixels. Example: {@code %PDF-1.7}.
 */
@Schema(name = "SupportFileForm")
record FileForm(@Schema(format = "binary") String file) {

  /**
   * The one file of a form.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 413, 415 or 422 when it is not acceptable
   */
  static BroughtFile read(List<FileUpload> parts) {
    if (parts.size() != 1 || !parts.get(0).name().equals("file")) {
      throw StandardProblem.VALIDATION.with().violation("file", "violation.file-one");
    }
    FileUpload part = parts.get(0);
    return BroughtFile.of(part.fileName(), part.uploadedFile());
  }
}
