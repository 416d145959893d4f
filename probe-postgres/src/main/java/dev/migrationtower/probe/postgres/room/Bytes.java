package dev.migrationtower.probe.postgres.room;

import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write and say them; a kilobyte has 1,024 bytes, as in PostgreSQL. */
final class Bytes {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(kB|MB|GB|TB)");

    private Bytes() {}

    /** @throws WrongSettingException if it is none */
    static long parse(String setting, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new WrongSettingException(setting, "is \"" + text + "\", must be a size such as 500GB or 1.5TB");
        }
        return Math.round(Double.parseDouble(form.group(1)) * Math.pow(1_024, UNITS.indexOf(form.group(2))));
    }

    static String words(long bytes) {
        int unit = 0;
        double size = bytes;
        while (size >= 1_024 && unit < UNITS.size() - 1) {
            size /= 1_024;
            unit++;
        }
        return String.format(Locale.ROOT, size < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", size, UNITS.get(unit));
    }
}
