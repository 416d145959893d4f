package dev.migrationtower.notifier.delivery;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.notifier.channel.Channel;
import dev.migrationtower.notifier.channel.EventWebhook;
import dev.migrationtower.notifier.notice.Notice;
import dev.migrationtower.notifier.words.Message;
import dev.migrationtower.notifier.words.Wording;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who is at the other end of a channel, and what of all that happens goes there. Thread-safe. */
public sealed interface Addressee {
    /** The notice as it goes there; empty if it does not. */
    Optional<Parcel> parcel(Notice notice);

    /** The event as it goes there; empty if it does not. */
    Optional<Parcel> parcel(Event event);

    /**
     * People, who are told what happens in words.
     *
     * @param wanted which of the messages for its audience go there
     */
    record People(Channel channel, Wording wording, Predicate<Message> wanted) implements Addressee {
        @Override
        public Optional<Parcel> parcel(Notice notice) {
            return wording.of(notice)
                    .filter(wanted)
                    .map(message ->
                            new Parcel(message.id(), message.at(), message.title(), () -> channel.deliver(message)));
        }

        @Override
        public Optional<Parcel> parcel(Event event) {
            return Optional.empty();
        }
    }

    /** A program, which follows the events themselves. */
    record Program(EventWebhook webhook, Set<EventType> wanted) implements Addressee {
        public Program {
            wanted = Set.copyOf(wanted);
        }

        @Override
        public Optional<Parcel> parcel(Notice notice) {
            return Optional.empty();
        }

        @Override
        public Optional<Parcel> parcel(Event event) {
            return wanted.contains(event.type())
                    ? Optional.of(
                            new Parcel(event.id(), event.at(), event.type().shortName(), () -> webhook.deliver(event)))
                    : Optional.empty();
        }
    }
}
