package dev.migrationtower.probe.datadog;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import dev.migrationtower.probe.runtime.follow.Followed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a check asks of Datadog. */
sealed interface DatadogSettings {

    String account();

    /** What is asked for, in the plan's words. */
    String subject();

    /**
     * Values of the newest line.
     *
     * @param where of the lines found, those whose attribute at this path has this value
     * @param values path of an attribute, by the name of the value
     */
    record Newest(String account, String query, Duration within, Map<String, String> where, Map<String, String> values)
            implements DatadogSettings {
        @Override
        public String subject() {
            return query;
        }
    }

    /**
     * How many lines there are.
     *
     * @param among a wider search: where it finds a line, none of the narrower one means none
     */
    record Count(String account, String query, Duration within, Map<String, String> where, Optional<String> among)
            implements DatadogSettings {
        @Override
        public String subject() {
            return query;
        }
    }

    /** Whether the monitors that have all these tags are muted. */
    record Muted(String account, List<String> tags) implements DatadogSettings {
        @Override
        public String subject() {
            return "monitors " + tags;
        }
    }

    /**
     * The lines that a script writes.
     *
     * @param text path of the attribute that is a line's text; else its message
     */
    record Lines(String account, String query, Optional<String> text) implements DatadogSettings {
        @Override
        public String subject() {
            return query;
        }
    }

    /** @throws WrongSettingException if a setting is missing or makes no sense */
    static DatadogSettings of(CheckSpec check) {
        Settings settings = new Settings(check.settings());
        String account = settings.text("account").orElse("default");
        List<String> tags = settings.texts("monitors");
        if (!tags.isEmpty()) {
            return new Muted(account, tags);
        }
        String query = settings.requiredText("query");
        if (Followed.is(check)) {
            return new Lines(account, query, settings.text("text"));
        }
        Duration within = settings.duration("within").orElse(Duration.ofMinutes(15));
        Map<String, String> where = settings.textsByName("where");
        Map<String, String> values = settings.textsByName("values");
        return values.isEmpty()
                ? new Count(account, query, within, where, settings.text("among"))
                : new Newest(account, query, within, where, values);
    }
}
