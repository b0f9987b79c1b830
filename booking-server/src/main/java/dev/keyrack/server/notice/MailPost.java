package dev.keyrack.server.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Set;

/// The way out for mail.
sealed interface MailPost permits FolderPost, SmtpPost {

    /// The session that mails are composed for.
    Session session();

    /// The sender's bare address.
    String from();

    /// Hands a mail over; when this returns, somebody else has it safely.
    ///
    /// @param name names the mail, the same one each time
    /// @return where it went
    /// @throws jakarta.mail.SendFailedException naming invalid addresses if the mail will never be taken
    String send(MimeMessage mail, String name) throws MessagingException, IOException;

    /// Takes back the mails whose names hold one of these words between hyphens, as far as they are still here.
    void forget(Set<String> words) throws IOException;
}
