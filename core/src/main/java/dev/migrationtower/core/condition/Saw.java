package dev.migrationtower.core.condition;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.cel.common.values.NullValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a condition looked at, as a person reads it: {@code status 200, latency 12 ms}; short, whatever was seen. */
final class Saw {
    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 60;
    private static final int MOST_ITEMS = 3;

    private final StringBuilder words = new StringBuilder();

    void add(String name, Optional<Object> part) {
        begin(name);
        if (part.isPresent()) {
            value(part.get());
        } else {
            words.append("not there");
        }
    }

    void addMissing(String name) {
        String missing = name + " not observed";
        if (words.indexOf(missing) < 0) {
            begin(name);
            words.append("not observed");
        }
    }

    void addMisfit(String name, Object observed, @Nullable ValueType type) {
        begin(name);
        value(observed);
        if (type != null) {
            words.append(", which is not ").append(type.word());
        }
    }

    void addFailure(String reason) {
        words.append(words.isEmpty() ? "" : "; ").append("no answer: ").append(reason);
    }

    private void begin(String name) {
        words.append(words.isEmpty() ? "" : ", ").append(name).append(' ');
    }

    private void value(@Nullable Object value) {
        if (words.length() > LONGEST) {
            return;
        }
        switch (value) {
            case null -> words.append("null");
            case NullValue none -> words.append("null");
            case String text ->
                words.append('\'').append(cut(text, LONGEST_TEXT)).append('\'');
            case Duration duration -> words.append(Times.words(duration));
            case Timestamp timestamp -> words.append(Times.words(timestamp));
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> words.append(number.longValue());
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> words.append(value);
        }
    }

    private void list(List<?> list) {
        words.append('[');
        String comma = "";
        for (Object item : list.subList(0, Math.min(MOST_ITEMS, list.size()))) {
            words.append(comma);
            value(item);
            comma = ", ";
        }
        if (list.size() > MOST_ITEMS) {
            words.append(", … ").append(list.size()).append(" in all");
        }
        words.append(']');
    }

    private void map(Map<?, ?> map) {
        words.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (words.length() > LONGEST) {
                break;
            }
            words.append(comma).append(entry.getKey()).append(' ');
            value(entry.getValue());
            comma = ", ";
        }
        words.append('}');
    }

    @Override
    public String toString() {
        return cut(words.toString(), LONGEST);
    }

    /** Never through the middle of a character. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
