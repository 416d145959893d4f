package dev.migrationtower.dashboard.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** {@code ./tower user NAME ROLE,ROLE}: asks for a password and prints the line for the users' file. */
public final class UserEntry {
    /** What a guess costs, as a power of two: about a quarter of a second. */
    static final int COST = 12;

    private static final int SHORTEST = 12;
    /** What bcrypt looks at. */
    private static final int LONGEST = 72;

    private UserEntry() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        try {
            if (words.size() != 2) {
                throw new IllegalArgumentException("./tower user NAME ROLE,ROLE   (viewer, operator, approver, admin)");
            }
            System.out.println(line(words.getFirst(), List.of(words.get(1).split(",", -1)), password()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static String password() throws IOException {
        Console console = System.console();
        if (console != null) {
            return new String(console.readPassword("Password: "));
        }
        String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return line == null ? "" : line;
    }

    /**
     * The line of a user.
     *
     * @throws IllegalArgumentException if the name, a role or the password will not do
     */
    static String line(String name, List<String> roles, String password) {
        if (name.isBlank() || name.contains(":") || name.startsWith("#")) {
            throw new IllegalArgumentException("A name must not be empty, have a colon or begin with #.");
        }
        roles.stream().filter(word -> Role.of(word).isEmpty()).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is no role; there are viewer, operator, approver and admin.");
        });
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST || bytes > LONGEST) {
            throw new IllegalArgumentException(
                    "A password has " + SHORTEST + " characters at least and " + LONGEST + " bytes at most.");
        }
        return name + ":" + BcryptUtil.bcryptHash(password, COST) + ":" + String.join(",", roles);
    }
}
