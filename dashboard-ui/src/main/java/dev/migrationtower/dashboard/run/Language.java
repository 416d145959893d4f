package dev.migrationtower.dashboard.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language a document that is made here speaks: French to whoever asks for it, else English. */
public final class Language {
    private Language() {}

    /**
     * Whether it is French.
     *
     * @param asked by the address; absent: it says nothing
     * @param accepted by the browser, as {@code Accept-Language}
     */
    public static boolean french(@Nullable String asked, @Nullable String accepted) {
        String wish = asked != null ? asked : accepted;
        return wish != null && wish.strip().toLowerCase(Locale.ROOT).startsWith("fr");
    }
}
