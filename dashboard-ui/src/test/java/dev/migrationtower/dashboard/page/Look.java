package dev.migrationtower.dashboard.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody looks at a page: on which screen, by day or by night, in which language, and as whom.
 *
 * @param me what the tower says of who they are, as JSON
 */
public record Look(int width, int height, ColorScheme scheme, String language, String me) {
    public static final Look AT_A_DESK = new Look(1440, 900, ColorScheme.DARK, "en-GB", person("oncall-a", "admin"));

    /** Somebody who signed in with one role. */
    static String person(String name, String role) {
        return """
                {"name": "%s", "roles": ["%s"], "anonymous": false, "view": "operator", "csrf": "c-1"}""".formatted(name, role);
    }

    Look as(String other) {
        return new Look(width, height, scheme, language, other);
    }

    Look in(String other) {
        return new Look(width, height, scheme, other, me);
    }

    Look on(int otherWidth, int otherHeight, ColorScheme other) {
        return new Look(otherWidth, otherHeight, other, language, me);
    }

    Browser.NewContextOptions asOptions() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale(language);
    }
}
