package dev.migrationtower.dashboard.access;

import dev.migrationtower.events.Origin;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks. */
public sealed interface Visitor {
    /**
     * Somebody who showed who they are.
     *
     * @param name by which the plan knows them, too
     * @param until when they have to show it again; absent: never, as they show it each time
     * @param csrf what their page has to send with every command; absent: what they show is not sent by a browser on its own
     * @param seal of their line in the users' file when they signed in; absent: by another door
     */
    record Person(
            String name,
            Set<Role> roles,
            Door door,
            @Nullable Instant until,
            @Nullable String csrf,
            @Nullable String seal)
            implements Visitor {
        public Person {
            roles = Set.copyOf(roles);
        }

        Person(String name, Set<Role> roles, Door door, @Nullable Instant until, @Nullable String csrf) {
            this(name, roles, door, until, csrf, null);
        }

        /** Whence they speak, for the record. */
        public Origin from(Caller caller) {
            return new Origin(caller.address(), door.word());
        }

        /** The same under the name that they give themselves, where nothing shows who they are. */
        public Person calling(@Nullable String self) {
            return !isNamed() && self != null && !self.isBlank()
                    ? new Person(self.strip(), roles, door, until, csrf, seal)
                    : this;
        }

        /** Whether something shows what their name is. */
        public boolean isNamed() {
            return switch (door) {
                case PASSWORD, COMPANY -> true;
                case LINK, SERVICE, THIS_MACHINE -> false;
            };
        }
    }

    /** A screen that shows a run by this link. */
    record Screen(String run, String link, Instant until) implements Visitor {}

    /**
     * Anybody.
     *
     * @param why what is wrong with what they showed, for them to read; absent: they showed nothing
     */
    record Anonymous(@Nullable String why) implements Visitor {}
}
