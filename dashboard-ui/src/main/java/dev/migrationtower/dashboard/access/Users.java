package dev.migrationtower.dashboard.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The people of a small team, from a file with a line for each: {@code name:hash:role,role}, the hash one of bcrypt; {@code name::}
 * is somebody who is let in by no door. A file that changes is read again; one that became wrong is not, so that nobody is locked out
 * by a slip. Thread-safe.
 */
final class Users {
    private static final Logger LOG = Logger.getLogger(Users.class);
    /** What the password of nobody is held against, so that a wrong name takes as long as a wrong password. */
    private static final String NOBODY = BcryptUtil.bcryptHash(Tokens.secret(), UserEntry.COST);

    private final Path file;
    private Content content = new Content(Map.of(), Set.of());
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

    /**
     * Somebody of the file.
     *
     * @param seal is another as soon as anything in their line is another
     */
    record User(String hash, Set<Role> roles, String seal) {}

    /** The person of this name and password; empty if there is none. */
    Optional<User> find(String name, String password) {
        User user = current().byName().get(name);
        boolean right = BcryptUtil.matches(password, user == null ? NOBODY : user.hash());
        return right ? Optional.ofNullable(user) : Optional.empty();
    }

    /** Whether the line of this person is still the one with this seal. */
    boolean stands(String name, @Nullable String seal) {
        User user = current().byName().get(name);
        return user != null && user.seal().equals(seal);
    }

    /** Whether this person is let in by no door. */
    boolean bars(String name) {
        return current().barred().contains(name);
    }

    private synchronized Content current() {
        try {
            if (!Files.getLastModifiedTime(file).equals(readAt)) {
                read();
                LOG.infof(
                        "%s changed: %d users, %d barred",
                        file, content.byName().size(), content.barred().size());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("The users' file became wrong; those of before go on: %s", e.getMessage());
        }
        return content;
    }

    private synchronized void read() throws IOException {
        readAt = Files.getLastModifiedTime(file);
        content = parse(Files.readAllLines(file));
    }

    private Content parse(List<String> lines) {
        Map<String, User> users = new HashMap<>();
        Set<String> barred = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split(":", -1);
                if (parts.length == 3 && !parts[0].isBlank() && line.endsWith("::")) {
                    barred.add(parts[0]);
                    continue;
                }
                if (parts.length != 3
                        || parts[0].isBlank()
                        || !parts[1].matches("\\$2[axy]\\$\\d\\d\\$[./A-Za-z0-9]{53}")) {
                    throw wrong(i, "a user is name:hash:role,role, the hash one of bcrypt; ./tower user makes a line");
                }
                if (users.put(parts[0], new User(parts[1], roles(parts[2], i), seal(line))) != null) {
                    throw wrong(i, parts[0] + " stands there twice");
                }
            }
        }
        users.keySet().removeAll(barred);
        return new Content(Map.copyOf(users), Set.copyOf(barred));
    }

    private static String seal(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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

    private record Content(Map<String, User> byName, Set<String> barred) {}
}
