package dev.migrationtower.notifier.channel;

import dev.migrationtower.notifier.words.Audience;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One channel: {@code TOWER_NOTIFIER_CHANNELS_<NAME>_...} */
public interface ChannelConfig {
    /** What is at the other end. */
    Kind kind();

    /** The address of the webhook, a secret; of a mail server {@code smtp://host:587} or {@code smtps://host:465}. */
    URI url();

    /** Of a webhook and of events the key that signs ({@code whsec_...}); of a mail server the password. */
    Optional<String> secret();

    /** {@code en} or {@code fr}. */
    @WithDefault("en")
    String language();

    @WithDefault("operator")
    Audience audience();

    /**
     * The kinds of notices that go there, such as {@code started, phase-began, ended}; absent: all. Of {@code events} types, such as
     * {@code phase.passed}, or their first word; absent: all but those by which only a value moved.
     */
    Optional<List<String>> only();

    // --- mail alone

    Optional<String> user();

    Optional<String> from();

    Optional<List<String>> to();

    /** Whether {@code smtp://} must turn to TLS before anything is said. */
    @WithDefault("required")
    StartTls startTls();

    /** Kinds of receivers. */
    enum Kind {
        SLACK,
        MATTERMOST,
        TEAMS,
        MAIL,
        WEBHOOK,
        /** A program, which is told of each event as such. */
        EVENTS
    }

    /** As the mail client says it. */
    enum StartTls {
        REQUIRED,
        OPTIONAL,
        DISABLED
    }
}
