package dev.migrationtower.acceptance;

import dev.migrationtower.test.docs.Example;
import java.time.Clock;
import java.time.Duration;

/**
 * A request in the middle of a sentence, {@code POST /api/v1/runs/<run>/wall-links {label, until}}, as the command of a shell: what is
 * left out is of the run night-1, and has a value that will do.
 */
final class Sentence {
    static final String RUN = "/api/v1/runs/night-1";
    static final String LINK = "a-link-for-this-test";

    private Sentence() {}

    /**
     * What asks for it, and keeps a file that comes back under its name.
     *
     * @param base where what its page tells of is
     */
    static String request(Example example, String base, String password) {
        String[] words = example.text().split(" (?=[{/.])", 3);
        String method = words[0].matches("[A-Z]+") ? words[0] : "GET";
        String path = (words[0].equals(method) ? words[1] : words[0])
                .replaceFirst("^\\.\\.\\.", RUN)
                .replaceAll("[<{]run[>}]", "night-1")
                .replaceFirst("<revision or instant>", "1")
                .replaceFirst("<secret>", LINK)
                .replaceFirst("<id>", "\\$(" + newestLink(base) + ")")
                .replaceFirst("run=$", "run=night-1");
        String file = path.replaceFirst(".*/", "");
        return "curl -sS --retry 20 --retry-delay 1 -X " + method + body(words[words.length - 1], password) + " -o "
                + (file.endsWith(".zip") ? file : "answer") + " \"" + base + path + "\"";
    }

    /** {@code {label, until}} in JSON; nothing where there is none. */
    private static String body(String fields, String password) {
        if (!fields.endsWith("}") || fields.startsWith("/")) {
            return "";
        }
        String json = fields.replaceAll("\\w+", "\"$0\": \"<$0>\"")
                .replace("<name>", "ada")
                .replace("<password>", password)
                .replace("<label>", "hall")
                .replace(
                        "<until>",
                        Clock.systemUTC().instant().plus(Duration.ofHours(1)).toString());
        return " -H 'Content-Type: application/json' -d '" + json + "'";
    }

    private static String newestLink(String base) {
        return "curl -sS " + base + RUN + "/wall-links | sed 's/.*\"id\":\"\\\\([^\"]*\\\\)\".*/\\\\1/'";
    }
}
