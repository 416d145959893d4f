package dev.migrationtower.notifier.channel;

import dev.migrationtower.notifier.words.Message;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * E-mail over SMTP, plain text. The {@code Message-ID} is made of the notice, so that whoever gets it twice sees it once, and all
 * of a run are one thread.
 */
final class MailChannel implements Channel {
    private static final int LONGEST_SUBJECT = 200;
    private static final String DOMAIN = "@migration-tower.invalid>";

    private final MailClient smtp;
    private final String server;
    private final String from;
    private final List<String> to;

    MailChannel(MailClient smtp, String server, String from, List<String> to) {
        this.smtp = smtp;
        this.server = server;
        this.from = from;
        this.to = List.copyOf(to);
    }

    @Override
    public void deliver(Message message) throws UndeliveredException, InterruptedException {
        try {
            smtp.sendMail(mail(message))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw UndeliveredException.forNow(
                    server + " did not take the mail within " + PATIENCE.toSeconds() + " s", null);
        } catch (ExecutionException e) {
            throw undelivered(e.getCause() == null ? e : e.getCause());
        }
    }

    private UndeliveredException undelivered(Throwable cause) {
        String said = server + ": " + Plain.cut(Plain.line(String.valueOf(cause.getMessage())), LONGEST_SUBJECT);
        return cause instanceof SMTPException smtpFailure && isAboutTheMail(smtpFailure.getReplyCode())
                ? UndeliveredException.forGood(said + ". It does not take this mail: look at from and to.")
                : UndeliveredException.forNow(said, null);
    }

    /** RFC 5321: 550 to 554 refuse the mail or its addresses; 535 and the like only whoever signs in. */
    private static boolean isAboutTheMail(int code) {
        return code >= 550 && code <= 554;
    }

    MailMessage mail(Message message) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("Message-ID", "<" + StandardWebhooks.id(message.id()) + DOMAIN)
                .set("References", "<" + StandardWebhooks.id(message.run()) + DOMAIN)
                .set("Auto-Submitted", "auto-generated");
        return new MailMessage()
                .setFrom(from)
                .setTo(to)
                .setSubject(Plain.cut(Plain.line(message.title()), LONGEST_SUBJECT))
                .setText(message.text() + "\n" + (message.page() == null ? "" : "\n" + message.page() + "\n"))
                .setHeaders(headers);
    }
}
