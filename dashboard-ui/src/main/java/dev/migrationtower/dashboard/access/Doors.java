package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.access.Visitor.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The ways in that this service has, and who comes through them. Thread-safe. */
final class Doors {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final String BY_LINK = "operator";

    private final AccessConfig config;
    private final boolean company;
    private final @Nullable Users users;
    private final Attempts attempts;
    private final Clock clock;
    private final AtomicBoolean linkUsed = new AtomicBoolean();

    /**
     * @param company whether the company's own sign-in is configured
     * @throws IllegalArgumentException if the users' file cannot be read
     */
    Doors(AccessConfig config, boolean company, Clock clock) {
        this.config = config;
        this.company = company;
        this.users = config.users().map(file -> new Users(Path.of(file))).orElse(null);
        this.attempts = new Attempts(clock);
        this.clock = clock;
    }

    /** Those by which people sign in. */
    List<Door> forPeople() {
        List<Door> doors = new ArrayList<>();
        if (users != null) {
            doors.add(Door.PASSWORD);
        }
        if (company) {
            doors.add(Door.COMPANY);
        }
        if (config.link().isPresent()) {
            doors.add(Door.LINK);
        }
        return doors;
    }

    /** Whether somebody on this machine needs no door. */
    boolean trustsThisMachine() {
        return config.trustThisMachine().orElseGet(() -> forPeople().isEmpty());
    }

    /** Whoever is on this machine. */
    static Person onThisMachine() {
        return new Person("operator", ALL, Door.THIS_MACHINE, null, null);
    }

    /** A service or script that shows this token; empty if it is not the one. */
    Optional<Person> byServiceToken(String token) {
        return config.serviceToken()
                .filter(right -> same(right, token))
                .map(right -> new Person("service", ALL, Door.SERVICE, null, null));
    }

    /** Whether this name from this address was guessed at too often to be asked again now. */
    boolean pausing(String name, String address) {
        return !attempts.allowed(name, address);
    }

    /** The person of this name and password, with a session that begins now; empty if there is none. */
    Optional<Person> byPassword(String name, String password, String address) {
        Optional<Users.User> user = users == null ? Optional.empty() : users.find(name, password);
        user.ifPresentOrElse(known -> attempts.succeeded(name, address), () -> attempts.failed(name, address));
        return user.map(known -> entering(name, known.roles(), Door.PASSWORD, known.seal()));
    }

    /** Whoever shows the secret of the link first; empty for all others. */
    Optional<Person> byLink(String secret) {
        return config.link()
                .filter(right -> same(right, secret) && unmarked() && linkUsed.compareAndSet(false, true))
                .map(right -> entering(BY_LINK, ALL, Door.LINK, null));
    }

    /** Whether nobody left the mark yet that the link was used; leaves it. */
    private boolean unmarked() {
        if (config.linkMark().isEmpty()) {
            return true;
        }
        Path mark = Path.of(config.linkMark().orElseThrow());
        try {
            Files.createFile(mark);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "tower.access.link-mark (TOWER_ACCESS_LINK_MARK): " + mark + " cannot be written", e);
        }
    }

    /** Whether a session still lets somebody in: nobody took it from them meanwhile. */
    boolean stillLetsIn(Person person) {
        return users == null
                || (person.door() == Door.PASSWORD
                        ? users.stands(person.name(), person.seal())
                        : !users.bars(person.name()));
    }

    /** Somebody whom the company's sign-in vouches for. */
    Person byCompany(String name, Set<String> groups) {
        Set<Role> roles = EnumSet.of(Role.VIEWER);
        addIf(config.company().operators(), groups, Role.OPERATOR, roles);
        addIf(config.company().approvers(), groups, Role.APPROVER, roles);
        addIf(config.company().admins(), groups, Role.ADMIN, roles);
        return entering(name, roles, Door.COMPANY, null);
    }

    private static void addIf(Optional<List<String>> wanted, Set<String> groups, Role role, Set<Role> roles) {
        if (wanted.orElse(List.of()).stream().anyMatch(groups::contains)) {
            roles.add(role);
        }
    }

    private Person entering(String name, Set<Role> roles, Door door, @Nullable String seal) {
        return new Person(name, roles, door, clock.instant().plus(config.session()), Tokens.secret(), seal);
    }

    /** In constant time, so that nobody finds it letter by letter. */
    static boolean same(String right, String shown) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
