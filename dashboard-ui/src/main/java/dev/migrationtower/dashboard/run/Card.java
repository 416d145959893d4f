package dev.migrationtower.dashboard.run;

import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a run stands, as a small document that another page shows in a frame: no script, it asks again by itself.
 *
 * @param run what the public may see of it
 * @param french else English
 * @param revision what it reflects
 */
record Card(RunView run, boolean french, long revision) {
    private static final String STYLE = """
            body{font:14px/1.5 system-ui,sans-serif;margin:0;padding:12px 16px;color:#1f2933;background:#fff}
            h1{font-size:16px;margin:0}p{margin:4px 0}ol{margin:8px 0;padding:0;list-style:none}
            li{display:flex;justify-content:space-between;gap:16px;border-top:1px solid #d8dee4;padding:2px 0}
            strong{font-weight:600}.mode{font-weight:600;color:#7a4100}small{color:#52606d}
            @media(prefers-color-scheme:dark){body{color:#e8edf1;background:#121920}li{border-color:#26313b}
            .mode{color:#ffc078}small{color:#94a3b0}}
            """;
    /** What a content security policy calls the style by. */
    static final String STYLE_HASH = hash(STYLE);

    private static final int ASK_AGAIN_SECONDS = 30;

    String html() {
        return """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta http-equiv="refresh" content="%d">
                <title>%s</title>
                <style>%s</style>
                <h1>%s</h1>
                %s<p><strong>%s</strong></p>
                %s<ol>
                %s</ol>
                <small>%s</small>
                </html>
                """.formatted(
                        french ? "fr" : "en",
                        ASK_AGAIN_SECONDS,
                        said(run.title()),
                        STYLE,
                        said(run.title()),
                        mode(),
                        Markup.escape(Badge.of(run, language()).words()),
                        expected(),
                        run.phases().stream()
                                .filter(phase -> phase.rollback() == run.rollback())
                                .map(this::line)
                                .collect(Collectors.joining()),
                        Markup.escape((french ? "révision " : "revision ") + revision));
    }

    private String mode() {
        return run.mode() == RunMode.PRODUCTION
                ? ""
                : "<p class=\"mode\">"
                        + (run.mode() == RunMode.REHEARSAL ? french ? "Répétition" : "Rehearsal" : "Simulation")
                        + "</p>\n";
    }

    private String expected() {
        ForecastView forecast = run.forecast();
        ForecastView.Span end = forecast == null ? null : forecast.end();
        return end == null
                ? ""
                : "<p>"
                        + (french ? "Fin attendue entre %s et %s" : "Expected to end between %s and %s")
                                .formatted(time(end.p50()), time(end.p90()))
                        + " (" + Markup.escape(run.timezone().getId()) + ")</p>\n";
    }

    private String time(Instant at) {
        return Markup.escape(DateTimeFormatter.ofPattern("EEE HH:mm", Locale.forLanguageTag(language()))
                .format(at.atZone(run.timezone())));
    }

    private String line(PhaseView phase) {
        return "<li><span>" + said(phase.title()) + "</span><span>" + word(phase) + "</span></li>\n";
    }

    private String word(PhaseView phase) {
        return switch (phase.state()) {
            case PENDING -> french ? "à venir" : "to come";
            case ACTIVE -> french ? "en cours" : "under way";
            case AWAITING_DECISION -> french ? "attend une décision" : "awaiting a decision";
            case PASSED -> french ? "terminée" : "passed";
            case SKIPPED -> french ? "omise" : "skipped";
            case FAILED -> french ? "échouée" : "failed";
            case ROLLED_BACK -> french ? "annulée" : "rolled back";
        };
    }

    private String said(Text text) {
        return Markup.escape(text.in(language()));
    }

    private String language() {
        return french ? "fr" : "en";
    }

    private static String hash(String text) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
