package dev.migrationtower.dashboard.run;

import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;

/** Where a run stands, in two words and a colour; the word is always there, for colour alone tells not everybody. */
record Badge(String label, String words, Colour colour) {
    private static final int CHARACTER = 7;
    private static final int PADDING = 10;

    enum Colour {
        MET("#00785a"),
        NOT_MET("#c2410c"),
        UNKNOWN("#6b7280"),
        NEUTRAL("#334155");

        private final String hex;

        Colour(String hex) {
            this.hex = hex;
        }
    }

    static Badge of(RunView run) {
        return of(run, "en");
    }

    /** @param language {@code fr} or {@code en} */
    static Badge of(RunView run, String language) {
        boolean french = language.equals("fr");
        int breaches = run.phases().stream().mapToInt(PhaseView::breaches).sum();
        String label = run.title().in(language);
        return switch (run.state()) {
            case SCHEDULED -> new Badge(label, french ? "prévue" : "scheduled", Colour.NEUTRAL);
            case COMPLETED ->
                breaches > 0
                        ? new Badge(
                                label,
                                (french ? "terminée, " : "completed, ") + breached(breaches, french),
                                Colour.NOT_MET)
                        : new Badge(label, french ? "terminée" : "completed", Colour.MET);
            case ROLLED_BACK -> new Badge(label, french ? "annulée" : "rolled back", Colour.NEUTRAL);
            case ABORTED -> new Badge(label, french ? "interrompue" : "aborted", Colour.NEUTRAL);
            case IN_PROGRESS -> inProgress(run, label, breaches, french);
        };
    }

    private static Badge inProgress(RunView run, String label, int breaches, boolean french) {
        if (breaches > 0) {
            return new Badge(label, breached(breaches, french), Colour.NOT_MET);
        }
        return run.phases().stream()
                .filter(phase -> phase.state() == PhaseState.ACTIVE || phase.state() == PhaseState.AWAITING_DECISION)
                .findFirst()
                .map(phase -> new Badge(
                        label, words(phase, french), colour(phase.gate().result())))
                .orElseGet(() -> new Badge(label, french ? "en cours" : "in progress", Colour.NEUTRAL));
    }

    private static String words(PhaseView phase, boolean french) {
        GateView gate = phase.gate();
        String title = phase.title().in(french ? "fr" : "en");
        return phase.state() == PhaseState.AWAITING_DECISION
                ? title + (french ? " : décision attendue" : ": awaiting decision")
                : (french ? "%s : %d sur %d conforme(s)" : "%s: %d of %d met")
                        .formatted(title, gate.met(), gate.total());
    }

    private static Colour colour(GateResult result) {
        return switch (result) {
            case GO -> Colour.MET;
            case NO_GO -> Colour.NOT_MET;
            case INCONCLUSIVE -> Colour.UNKNOWN;
        };
    }

    private static String breached(int breaches, boolean french) {
        String word = french ? "écart" : breaches == 1 ? "breach" : "breaches";
        return breaches + " " + word + (french && breaches > 1 ? "s" : "");
    }

    String svg() {
        int left = width(label);
        int right = width(words);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%4$s: %5$s">
                <title>%4$s: %5$s</title>
                <rect width="%2$d" height="20" fill="#1f2933"/>
                <rect x="%2$d" width="%3$d" height="20" fill="%6$s"/>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
                <text x="%7$d" y="14">%4$s</text>
                <text x="%8$d" y="14">%5$s</text>
                </g>
                </svg>
                """.formatted(
                        left + right,
                        left,
                        right,
                        Markup.escape(label),
                        Markup.escape(words),
                        colour.hex,
                        left / 2,
                        left + right / 2);
    }

    private static int width(String text) {
        return text.length() * CHARACTER + PADDING;
    }
}
