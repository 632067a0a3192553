package org.fapiaosuite.ordersync.invoice;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.fapiaosuite.ordersync.fact.ChinaTime;
import org.fapiaosuite.ordersync.font.InvoiceFont;

/**
 * Makes a PDF of a page: the Chinese font embedded as a subset, nothing fetched from anywhere, and
 * nothing in it that depends on when it was made, so that the same page is the same file.
 */
@ApplicationScoped
class InvoicePdf {
  /** Rendering holds the whole font in memory. */
  private static final int MOST_AT_ONCE = 2;

  /** Few enough that the threads which take pushes are never all held up by readers. */
  private static final int MOST_WAITING = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InvoiceFont font;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE + MOST_WAITING);
  private final Semaphore permits = new Semaphore(MOST_AT_ONCE, true);

  InvoicePdf(InvoiceFont font) {
    this.font = font;
  }

  /**
   * Renders XHTML, in which 〓 stands for what the font does not have. What is copied out of the
   * document and searched in it is the text of the page to the letter, also there.
   *
   * @param title of the document
   * @param moment that the document bears as its date
   * @return empty while as many are wanted as memory and patience allow
   */
  Optional<byte[]> render(String html, String title, Instant moment) throws IOException {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      try {
        return Optional.of(draw(html, title, moment));
      } finally {
        permits.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      places.release();
    }
  }

  private byte[] draw(String html, String title, Instant moment) throws IOException {
    // Fonts are cut down to what is used when a document is saved; only then can it be mended.
    DrawnPage page = DrawnPage.of(html, font);
    try (PDDocument document = Loader.loadPDF(layOut(page))) {
      ReadableText.mend(document, page, font);
      return save(document, title, moment);
    }
  }

  private static byte[] save(PDDocument document, String title, Instant moment) throws IOException {
    ZonedDateTime date = ZonedDateTime.ofInstant(moment, ChinaTime.ZONE);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setProducer("Fapiao suite");
    information.setCreationDate(GregorianCalendar.from(date));
    information.setModificationDate(GregorianCalendar.from(date));
    document.setDocumentInformation(information);
    document.getDocument().getTrailer().removeItem(COSName.ID);
    document.setDocumentId(moment.toEpochMilli());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private byte[] layOut(DrawnPage page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .useUriResolver((base, uri) -> null)
            .withHtmlContent(page.html(), null)
            .toStream(out);
    page.faces(font).forEach(face -> builder.useFont(face::open, face.family()));
    builder.run();
    return out.toByteArray();
  }
}
