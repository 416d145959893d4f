package dev.migrationtower.dashboard.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The people of a small team, from a file with a line for each: {@code name:hash:role,role}, the hash one of bcrypt. A file that
 * changes is read again; one that became wrong is not, so that nobody is locked out by a slip. Thread-safe.
 */
final class Users {
    private static final Logger LOG = Logger.getLogger(Users.class);
    /** What the password of nobody is held against, so that a wrong name takes as long as a wrong password. */
    private static final String NOBODY = BcryptUtil.bcryptHash(Tokens.secret(), UserEntry.COST);

    private final Path file;
    private Map<String, User> byName = Map.of();
    private @Nullable FileTime readAt;

    /** @throws IllegalArgumentException if the file cannot be read or is wrong, with the line */
    Users(Path file) {
        this.file = file;
        try {
            read();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "tower.access.users (TOWER_ACCESS_USERS): " + file + " cannot be read: " + e, e);
        }
    }

    /** What the person of this name and password may do; empty if there is no such person. */
    Optional<Set<Role>> roles(String name, String password) {
        User user = current().get(name);
        boolean right = BcryptUtil.matches(password, user == null ? NOBODY : user.hash());
        return right && user != null ? Optional.of(user.roles()) : Optional.empty();
    }

    private synchronized Map<String, User> current() {
        try {
            if (!Files.getLastModifiedTime(file).equals(readAt)) {
                read();
                LOG.infof("%s changed: %d users", file, byName.size());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("The users' file became wrong; those of before go on: %s", e.getMessage());
        }
        return byName;
    }

    private synchronized void read() throws IOException {
        readAt = Files.getLastModifiedTime(file);
        byName = parse(Files.readAllLines(file));
    }

    private Map<String, User> parse(List<String> lines) {
        Map<String, User> users = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split(":", -1);
                if (parts.length != 3
                        || parts[0].isBlank()
                        || !parts[1].matches("\\$2[axy]\\$\\d\\d\\$[./A-Za-z0-9]{53}")) {
                    throw wrong(i, "a user is name:hash:role,role, the hash one of bcrypt; ./tower user makes a line");
                }
                if (users.put(parts[0], new User(parts[1], roles(parts[2], i))) != null) {
                    throw wrong(i, parts[0] + " stands there twice");
                }
            }
        }
        return Map.copyOf(users);
    }

    private Set<Role> roles(String words, int line) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words.split(",", -1)) {
            roles.add(Role.of(word.strip())
                    .orElseThrow(() -> wrong(
                            line, "\"" + word + "\" is no role; there are viewer, operator, approver and admin")));
        }
        return roles;
    }

    /** Never shows what stands in the line: it may be a password that somebody put there by mistake. */
    private IllegalArgumentException wrong(int line, String why) {
        return new IllegalArgumentException(
                "tower.access.users (TOWER_ACCESS_USERS): " + file + ":" + (line + 1) + ": " + why);
    }

    private record User(String hash, Set<Role> roles) {}
}
