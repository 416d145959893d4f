package dev.migrationtower.probe.http;

import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one look: put in where a setting says {@code ${NAME}}, and blotted out of whatever comes back, should the target
 * repeat them. For one thread.
 */
final class Secrets {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String BLOT = "***";

    private final UnaryOperator<@Nullable String> environment;
    private final List<String> used = new ArrayList<>();

    /** @param environment from the name of a variable to its value, or null */
    Secrets(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * The text with each {@code ${NAME}} replaced.
     *
     * @throws WrongSettingException if the environment has no such variable
     */
    String fill(String setting, String text) {
        return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(setting, match.group(1))));
    }

    /** The text without the secrets that were filled in. */
    String hide(String text) {
        String hidden = text;
        for (String secret : used) {
            hidden = hidden.replace(secret, BLOT);
        }
        return hidden;
    }

    private String value(String setting, String name) {
        String value = environment.apply(name);
        if (value == null || value.isBlank()) {
            throw new WrongSettingException(
                    setting, "refers to ${" + name + "}, which the environment of this probe does not have");
        }
        used.add(value);
        return value;
    }
}
