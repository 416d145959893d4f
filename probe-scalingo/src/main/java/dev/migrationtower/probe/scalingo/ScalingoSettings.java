package dev.migrationtower.probe.scalingo;

import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a check wants to know of which application.
 *
 * @param addon the database of the application that is looked at, too; empty: none is
 */
record ScalingoSettings(String account, String region, String app, Optional<String> addon) {
    private static final Pattern APP = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** @throws WrongSettingException if a setting is missing or makes no sense */
    static ScalingoSettings of(Settings settings) {
        Optional<String> addon = settings.text("addon");
        if (addon.isPresent()) {
            settings.oneOf("addon", List.of("postgresql"));
        }
        return new ScalingoSettings(
                settings.text("account").orElse("default"),
                settings.oneOf("region", List.of("osc-fr1", "osc-secnum-fr1")),
                app(settings.requiredText("app")),
                addon);
    }

    /** Where a person sees the same. */
    String link() {
        return "https://dashboard.scalingo.com/apps/" + region + "/" + app + "/resources";
    }

    private static String app(String name) {
        if (!APP.matcher(name).matches()) {
            throw new WrongSettingException(
                    "app", "is \"" + name + "\", must be lower-case letters, digits and dashes");
        }
        return name;
    }
}
