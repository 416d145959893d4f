package dev.migrationtower.notifier.channel;

import dev.migrationtower.notifier.words.Message;

/** Where messages go. One thread delivers to it, one message at a time. */
public sealed interface Channel permits MailChannel, MattermostChannel, SlackChannel, TeamsChannel, WebhookChannel {
    /** How long a receiver may take. */
    java.time.Duration PATIENCE = java.time.Duration.ofSeconds(15);

    /**
     * Hands the message over. Returns when the receiver has it.
     *
     * @throws UndeliveredException if it has not, or nobody can say
     * @throws InterruptedException if it was told to stop waiting
     */
    void deliver(Message message) throws UndeliveredException, InterruptedException;
}
