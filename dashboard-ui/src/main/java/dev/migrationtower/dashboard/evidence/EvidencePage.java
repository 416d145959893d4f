package dev.migrationtower.dashboard.evidence;

import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The document that tells a run to people: everything is written into it, so that it opens from a disk, without a network, in ten
 * years. Its timeline is given event by event, as it may be long.
 */
final class EvidencePage {
    private final Course course;
    private final Taking taking;
    private final String seal;
    private final Telling tell;
    private final EvidenceEntry entries;

    /** @param seal of the chain that it tells */
    EvidencePage(Course course, Taking taking, String seal, boolean french) {
        this.course = course;
        this.taking = taking;
        this.seal = seal;
        this.tell = new Telling(french, course.run().map(RunView::timezone).orElse(ZoneOffset.UTC));
        this.entries = new EvidenceEntry(tell);
    }

    String beforeTheTimeline() {
        @Nullable RunView run = course.run().orElse(null);
        String title = run == null ? tell.text(taking.run()) : tell.text(run.title());
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                """.formatted(
                                tell.say("en", "fr"),
                                EvidenceStyle.POLICY,
                                title + " · " + tell.say("evidence", "preuves"),
                                EvidenceStyle.CSS)
                + (run == null
                        ? "<h1>" + title + "</h1>\n"
                        : head(run, title) + new EvidenceSections(course, run, tell))
                + "<h2>" + tell.say("What happened", "Ce qui s'est passé") + "</h2>\n<p class=\"quiet\">"
                + tell.say(
                        "Everything but mere looks, which stand in " + EvidencePack.CHAIN + ", too. Times are those of "
                                + tell.zone() + ".",
                        "Tout, sauf les simples regards, qui se trouvent aussi dans " + EvidencePack.CHAIN
                                + ". Les heures sont celles de " + tell.zone() + ".")
                + "</p>\n<ol>\n";
    }

    String entry(Event event) {
        return entries.html(event);
    }

    String afterTheTimeline() {
        return "</ol>\n</main>\n</body>\n</html>\n";
    }

    private String head(RunView run, String title) {
        return mode(run.mode()) + "<h1>" + title + "</h1>\n<p>" + headline(run) + "</p>\n" + facts(run) + howToCheck();
    }

    private String mode(RunMode mode) {
        return switch (mode) {
            case PRODUCTION -> "";
            case REHEARSAL -> band(tell.say("Rehearsal: not production", "Répétition : pas la production"));
            case SIMULATION -> band(tell.say("Simulation: not production", "Simulation : pas la production"));
        };
    }

    private static String band(String text) {
        return "<p class=\"mode\">" + text + "</p>\n";
    }

    private String headline(RunView run) {
        String end = tell.time(run.endedAt());
        String after = tell.span(run.startedAt(), run.endedAt());
        return switch (run.state()) {
            case SCHEDULED -> tell.say("Nothing has begun yet.", "Rien n'a commencé.");
            case IN_PROGRESS ->
                tell.say("It was under way when this was taken.", "C'était en cours lors de ce relevé.");
            case COMPLETED ->
                tell.say(
                        "Completed at " + end + ", after " + after + ".",
                        "Terminé le " + end + ", après " + after + ".");
            case ROLLED_BACK ->
                tell.say(
                        "Rolled back at " + end + ", after " + after + ".",
                        "Revenu en arrière le " + end + ", après " + after + ".");
            case ABORTED ->
                tell.say(
                        "Ended early at " + end + ", after " + after + ".",
                        "Interrompu le " + end + ", après " + after + ".");
        };
    }

    private String facts(RunView run) {
        return "<dl>\n"
                + fact(tell.say("Run", "Opération"), tell.text(run.run()))
                + fact("Plan", tell.text(run.plan()) + ", version " + run.planVersion())
                + fact(tell.say("Who answers for it", "Responsable"), tell.text(run.owner()))
                + fact(tell.say("Window", "Fenêtre"), window(run.window(), run.endedAt()))
                + fact(tell.say("Began", "Début"), tell.time(run.startedAt()))
                + fact(tell.say("Ended", "Fin"), tell.time(run.endedAt()))
                + fact(
                        tell.say("Record", "Journal"),
                        tell.say(
                                        "revisions %d to %d".formatted(course.first(), course.last()),
                                        "révisions %d à %d".formatted(course.first(), course.last()))
                                + (course.missing() == 0
                                        ? ""
                                        : ". <b>"
                                                + tell.say(
                                                        course.missing() + " in between are missing.",
                                                        course.missing() + " manquent entre les deux.")
                                                + "</b>"))
                + fact(tell.say("Taken", "Relevé"), tell.time(taking.at()) + ", " + tell.text(taking.by()))
                + fact(tell.say("Seal", "Sceau"), "<code class=\"seal\" id=\"seal\">" + seal + "</code>")
                + "</dl>\n";
    }

    /** What there is nothing to say of is left out. */
    private static String fact(String name, String html) {
        return html.isEmpty() ? "" : "<dt>" + name + "</dt><dd>" + html + "</dd>\n";
    }

    private String window(@Nullable Window window, @Nullable Instant ended) {
        if (window == null) {
            return "";
        }
        String over = ended == null || !ended.isAfter(window.closes())
                ? ""
                : ", <b>" + tell.say("overrun by ", "dépassée de ") + tell.span(window.closes(), ended) + "</b>";
        return tell.time(window.opens()) + " " + tell.say("to", "à") + " " + tell.time(window.closes()) + over;
    }

    private String howToCheck() {
        return "<div class=\"kept\"><p>"
                + tell.say(
                        "This tells what " + EvidencePack.CHAIN
                                + " records, line by line. Each line has the SHA-256 of the line"
                                + " before; that of the last line is the seal. Whoever wrote the seal down elsewhere on that day"
                                + " can prove that nothing was changed since. To check: <code>./tower verify evidence.zip</code>,"
                                + " or, with standard tools,",
                        "Ce document raconte ce que " + EvidencePack.CHAIN
                                + " consigne, ligne par ligne. Chaque ligne porte le"
                                + " SHA-256 de la précédente ; celui de la dernière est le sceau. Qui l'a noté ailleurs ce"
                                + " jour-là peut prouver que rien n'a été changé depuis. Pour vérifier :"
                                + " <code>./tower verify evidence.zip</code>, ou, avec des outils standard,")
                + "</p>\n<pre>" + tell.text("""
                        sha256sum -c %s
                        python3 -c '
                        import hashlib, json
                        before = "0" * 64
                        for number, line in enumerate(open("%s", "rb"), 1):
                            assert json.loads(line)["prev"] == before, f"line {number - 1} was changed"
                            before = hashlib.sha256(line.rstrip(b"\\n")).hexdigest()
                        print(before)'""".formatted(EvidencePack.SUMS, EvidencePack.CHAIN))
                + "</pre><p>"
                + tell.say("which prints the seal.", "qui affiche le sceau.")
                + "</p></div>\n";
    }
}
