package dev.migrationtower.notifier.report;

import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;

/** The words of a report. */
enum Label {
    KEPT(
            "This page is kept by Migration Tower; what is changed here by hand is overwritten.",
            "Cette page est tenue par Migration Tower ; ce qu'on y change à la main est écrasé."),
    STATE("State", "État"),
    MODE("Mode", "Mode"),
    WINDOW("Planned", "Prévu"),
    STARTED("Started", "Début"),
    ENDED("Ended", "Fin"),
    EXPECTED("End expected", "Fin attendue"),
    TOOK("Took", "Durée"),
    PHASES("Phases", "Phases"),
    PHASE("Phase", "Phase"),
    BREACHES("In breach", "En rupture"),
    TOLD("What was told", "Ce qui a été dit"),
    WHEN("When", "Quand"),
    WHAT("What", "Quoi");

    private final String english;
    private final String french;

    Label(String english, String french) {
        this.english = english;
        this.french = french;
    }

    String in(String language) {
        return language.equals("fr") ? french : english;
    }

    static String of(RunState state, String language) {
        boolean fr = language.equals("fr");
        return switch (state) {
            case SCHEDULED -> fr ? "prévu" : "scheduled";
            case IN_PROGRESS -> fr ? "en cours" : "in progress";
            case COMPLETED -> fr ? "terminé" : "completed";
            case ROLLED_BACK -> fr ? "retour en arrière terminé" : "rolled back";
            case ABORTED -> fr ? "abandonné" : "aborted";
        };
    }

    static String of(RunMode mode, String language) {
        boolean fr = language.equals("fr");
        return switch (mode) {
            case PRODUCTION -> "production";
            case REHEARSAL -> fr ? "répétition" : "rehearsal";
            case SIMULATION -> "simulation";
        };
    }

    static String of(PhaseState state, String language) {
        boolean fr = language.equals("fr");
        return switch (state) {
            case PENDING -> fr ? "à venir" : "pending";
            case ACTIVE -> fr ? "en cours" : "active";
            case AWAITING_DECISION -> fr ? "attend une décision" : "awaiting decision";
            case PASSED -> fr ? "passée" : "passed";
            case SKIPPED -> fr ? "sautée" : "skipped";
            case FAILED -> fr ? "échouée" : "failed";
            case ROLLED_BACK -> fr ? "quittée pour le retour en arrière" : "rolled back";
        };
    }
}
