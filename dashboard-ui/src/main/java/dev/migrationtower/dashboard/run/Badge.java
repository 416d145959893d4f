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
        int breaches = run.phases().stream().mapToInt(PhaseView::breaches).sum();
        String label = run.title().in("en");
        return switch (run.state()) {
            case SCHEDULED -> new Badge(label, "scheduled", Colour.NEUTRAL);
            case COMPLETED ->
                breaches > 0
                        ? new Badge(label, "completed, " + breached(breaches), Colour.NOT_MET)
                        : new Badge(label, "completed", Colour.MET);
            case ROLLED_BACK -> new Badge(label, "rolled back", Colour.NEUTRAL);
            case ABORTED -> new Badge(label, "aborted", Colour.NEUTRAL);
            case IN_PROGRESS -> inProgress(run, label, breaches);
        };
    }

    private static Badge inProgress(RunView run, String label, int breaches) {
        if (breaches > 0) {
            return new Badge(label, breached(breaches), Colour.NOT_MET);
        }
        return run.phases().stream()
                .filter(phase -> phase.state() == PhaseState.ACTIVE || phase.state() == PhaseState.AWAITING_DECISION)
                .findFirst()
                .map(phase -> new Badge(label, words(phase), colour(phase.gate().result())))
                .orElseGet(() -> new Badge(label, "in progress", Colour.NEUTRAL));
    }

    private static String words(PhaseView phase) {
        GateView gate = phase.gate();
        String title = phase.title().in("en");
        return phase.state() == PhaseState.AWAITING_DECISION
                ? title + ": awaiting decision"
                : title + ": " + gate.met() + " of " + gate.total() + " met";
    }

    private static Colour colour(GateResult result) {
        return switch (result) {
            case GO -> Colour.MET;
            case NO_GO -> Colour.NOT_MET;
            case INCONCLUSIVE -> Colour.UNKNOWN;
        };
    }

    private static String breached(int breaches) {
        return breaches == 1 ? "1 breach" : breaches + " breaches";
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
                left + right, left, right, escape(label), escape(words), colour.hex, left / 2, left + right / 2);
    }

    private static int width(String text) {
        return text.length() * CHARACTER + PADDING;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
