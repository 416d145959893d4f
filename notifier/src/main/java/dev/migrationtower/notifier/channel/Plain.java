package dev.migrationtower.notifier.channel;

/** Text that must stay text. */
final class Plain {
    private Plain() {}

    /** At most so many characters, with a sign that there was more. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** On one line. */
    static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
