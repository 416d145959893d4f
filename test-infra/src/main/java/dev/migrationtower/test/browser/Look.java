package dev.migrationtower.test.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

/**
 * How somebody looks at a page: on which screen, by day or by night, in which language, and as whom.
 *
 * @param me what the tower is made to say of who they are, as JSON; null: what it says itself
 */
public record Look(
        int width,
        int height,
        ColorScheme scheme,
        String language,
        @Nullable String me) {
    public static final Look AT_A_DESK = new Look(1440, 900, ColorScheme.DARK, "en-GB", person("oncall-a", "admin"));

    /** Somebody who signed in with one role. */
    public static String person(String name, String role) {
        return """
                {"name": "%s", "roles": ["%s"], "anonymous": false, "view": "operator", "csrf": "c-1"}""".formatted(name, role);
    }

    public Look as(@Nullable String other) {
        return new Look(width, height, scheme, language, other);
    }

    public Look in(String other) {
        return new Look(width, height, scheme, other, me);
    }

    public Look on(int otherWidth, int otherHeight, ColorScheme other) {
        return new Look(otherWidth, otherHeight, other, language, me);
    }

    /** As it may stand in the name of a file: {@code 1440-dark-en}. */
    @Override
    public String toString() {
        return "%d-%s-%s".formatted(width, scheme == ColorScheme.DARK ? "dark" : "light", language.substring(0, 2));
    }

    Browser.NewContextOptions asOptions() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale(language);
    }
}
