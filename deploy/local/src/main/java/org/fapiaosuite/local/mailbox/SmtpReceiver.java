package org.fapiaosuite.local.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * GreenMail's SMTP server with another place to deliver to: a mail is confirmed only when it is on
 * disk, and kept once however many recipients it has.
 */
final class SmtpReceiver {
  private static final long MILLIS_TO_START = 10_000;
  private final SmtpServer server;

  /**
   * Not yet started.
   *
   * @param port where it listens on 127.0.0.1; 0 for any that is free
   */
  SmtpReceiver(int port, Mails mails) {
    server = new SmtpServer(new ServerSetup(port, "127.0.0.1", "smtp"), new Delivery(mails));
  }

  void start() throws IOException, InterruptedException {
    server.startService();
    if (!server.waitTillRunning(MILLIS_TO_START)) {
      throw new IOException("SMTP server does not start");
    }
  }

  /** Where it listens, once started. */
  int port() {
    return server.getPort();
  }

  void stop() {
    server.stopService(1_000);
  }

  private static final class Delivery extends Managers {
    private final SmtpManager toDisk;

    Delivery(Mails mails) {
      // Whoever signs in is welcome.
      getUserManager().setAuthRequired(false);
      toDisk =
          new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public synchronized void send(SmtpState state) {
              store(state.getMessage(), mails);
            }
          };
    }

    @Override
    public SmtpManager getSmtpManager() {
      return toDisk;
    }

    /** What is thrown here becomes a 451, and the sender tries again. */
    private static void store(MovingMessage message, Mails mails) {
      List<String> to = message.getToAddresses().stream().map(MailAddress::getEmail).toList();
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      try {
        message.getMessage().writeTo(content);
        mails.add(message.getReturnPath().getEmail(), to, content.toByteArray());
      } catch (IOException | MessagingException e) {
        throw new IllegalStateException("Cannot keep a mail", e);
      }
    }
  }
}
