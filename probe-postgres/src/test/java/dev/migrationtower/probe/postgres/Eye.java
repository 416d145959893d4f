package dev.migrationtower.probe.postgres;

import static dev.migrationtower.probe.runtime.kit.Checks.check;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.WrongSettingException;
import dev.migrationtower.probe.runtime.kit.Contract;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A probe that looks at one database. */
record Eye(PostgresProbe probe) {
    /** A database and who looks. */
    record Source(String url, String user, Optional<String> password) implements PostgresConfig.Datasource {}

    /** As the role {@code tower}. */
    static Eye at(String url) {
        return at(url, "tower", "");
    }

    static Eye at(String url, String user, String password) {
        return at(url, user, password, Clock.systemUTC());
    }

    static Eye at(String url, String user, String password, Clock clock) {
        Datasource datasource = new Datasource("api", new Source(url, user, Optional.of(password)), clock);
        return new Eye(new PostgresProbe(
                Map.of("api", datasource), command -> Thread.ofVirtual().start(command)));
    }

    /** Values, held against the schema. */
    Map<String, Object> values(Map<String, Object> settings) throws Exception {
        return Contract.reading("postgres", look(settings));
    }

    /** The evidence. */
    String words(Map<String, Object> settings) throws Exception {
        return String.valueOf(look(settings).evidence().text());
    }

    /** Why it sees nothing, in a word. */
    String cause(Map<String, Object> settings) throws Exception {
        try {
            return Contract.unobservable(look(settings)).cause();
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof WrongSettingException) {
                return "wrong-settings"; // the frame's word for it
            }
            throw e;
        }
    }

    /** Why it sees nothing, for people. */
    String message(Map<String, Object> settings) throws Exception {
        return Contract.unobservable(look(settings)).message();
    }

    /** Why it cannot follow a migration, in a word. */
    String causeFollowing() throws Exception {
        CheckSpec check = new CheckSpec(
                "night-1",
                "migrate.follow",
                "migrate.follow",
                "postgres",
                Map.of("datasource", "api"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                null,
                null);
        return Contract.unobservable(probe.observe(check).toCompletableFuture().get(30, TimeUnit.SECONDS))
                .cause();
    }

    /** Whatever came of it. */
    Look look(Map<String, Object> settings) throws Exception {
        Map<String, Object> all = new TreeMap<>(settings);
        all.put("datasource", "api");
        return probe.observe(check("postgres", all)).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
