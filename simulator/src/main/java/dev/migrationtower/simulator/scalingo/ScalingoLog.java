package dev.migrationtower.simulator.scalingo;

import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.estate.Logs.Line;
import dev.migrationtower.simulator.estate.Platform;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What one-offs write, as Scalingo streams it at once: {@code 2015-02-16 02:02:43.930163178 +0000 UTC [one-off-12] text}. */
public final class ScalingoLog implements Consumer<Line> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS '+0000 UTC'", Locale.ROOT);

    private final VendorServer scalingo;

    /** @param scalingo streams it */
    public ScalingoLog(VendorServer scalingo) {
        this.scalingo = scalingo;
    }

    @Override
    public void accept(Line line) {
        String container = line.host()
                .substring(Math.min(line.host().length(), line.service().length() + 1));
        if (container.startsWith(Platform.ONE_OFF)) {
            String text = TIME.format(line.place().at().atOffset(ZoneOffset.UTC)) + " [" + container + "] "
                    + line.document() + "\n";
            byte[] message = Json.write(Map.of("event", "log", "log", text));
            scalingo.says(ScalingoVoice.stream(line.service()), new String(message, StandardCharsets.UTF_8));
        }
    }
}
