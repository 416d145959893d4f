package dev.migrationtower.notifier.words;

import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.notifier.notice.Trouble;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words in French. */
final class French implements Language {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.FRENCH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM 'à' HH:mm", Locale.FRENCH);

    @Override
    public String code() {
        return "fr";
    }

    @Override
    public String time(Instant at, ZoneId zone, boolean withDay) {
        return (withDay ? DAY : TIME).withZone(zone).format(at);
    }

    @Override
    public String mode(RunMode mode) {
        return switch (mode) {
            case PRODUCTION -> "";
            case REHEARSAL -> "[RÉPÉTITION] ";
            case SIMULATION -> "[SIMULATION] ";
        };
    }

    @Override
    public String ahead(String in) {
        return "commence dans " + in;
    }

    @Override
    public String windowMoved() {
        return "changement d'horaire";
    }

    @Override
    public String started() {
        return "c'est parti";
    }

    @Override
    public String phaseBegan(String phase, boolean again) {
        return again ? "phase de nouveau en cours : " + phase : "début de phase : " + phase;
    }

    @Override
    public String phaseFailed(String phase) {
        return "échec de la phase : " + phase;
    }

    @Override
    public String decisionWanted(String phase) {
        return "go ou no-go ? On l'attend pour : " + phase;
    }

    @Override
    public String troublesBegan(int count, @Nullable String only, boolean outOfSight) {
        return only != null
                ? only + (outOfSight ? " : invisible" : " : pas comme prévu")
                : things(count) + (outOfSight ? " qu'on ne voit plus" : " pas comme prévu");
    }

    @Override
    public String troublesOver(int count, @Nullable String only, boolean outOfSight) {
        return only != null
                ? only + (outOfSight ? " : de nouveau visible" : " : de nouveau comme prévu")
                : things(count)
                        + (outOfSight ? " de nouveau visible" : " de nouveau comme prévu")
                        + (outOfSight && count > 1 ? "s" : "");
    }

    @Override
    public String troublesPassed(int count, @Nullable String only) {
        return (only != null ? only + " :" : things(count)) + " pas comme prévu un moment, et de nouveau comme prévu";
    }

    @Override
    public String troublesSetAside(int count, @Nullable String only) {
        return (only != null ? only + " :" : things(count)) + " qu'on ne demande plus";
    }

    @Override
    public String troublesStill(int count, boolean outOfSight) {
        return "toujours " + troublesBegan(count, null, outOfSight);
    }

    private static String things(int count) {
        return count + (count == 1 ? " chose" : " choses");
    }

    @Override
    public String overrun(Level level, String by) {
        return switch (level) {
            case HOLDS -> "devrait finalement se terminer à temps";
            case MAY_OVERRUN -> "pourrait durer jusqu'à " + by + " de plus que prévu";
            case WILL_OVERRUN -> "durera probablement " + by + " de plus que prévu";
            case OVERRUN -> "dure plus longtemps que prévu, au final probablement de " + by;
        };
    }

    @Override
    public String rollbackDeadline(@Nullable String at) {
        return "un retour en arrière commencé " + (at == null ? "maintenant" : "après " + at)
                + " ne serait sans doute pas terminé à temps";
    }

    @Override
    public String rollbackProposed() {
        return "un retour en arrière est proposé";
    }

    @Override
    public String rollbackBegun() {
        return "retour en arrière en cours";
    }

    @Override
    public String rollbackAbandoned() {
        return "le retour en arrière est abandonné, la migration continue";
    }

    @Override
    public String announced() {
        return "annonce";
    }

    @Override
    public String announcementWithdrawn() {
        return "une annonce est retirée";
    }

    @Override
    public String standing(@Nullable String phase) {
        return phase == null ? "en cours" : "en cours : " + phase;
    }

    @Override
    public String resumed() {
        return "reprend";
    }

    @Override
    public String ended(RunState state) {
        return switch (state) {
            case COMPLETED -> "terminé";
            case ROLLED_BACK -> "retour en arrière terminé";
            case ABORTED -> "abandonné";
            case SCHEDULED, IN_PROGRESS -> "fini";
        };
    }

    @Override
    public String windowIs(String from, String until) {
        return "Prévu de " + from + " à " + until + ".";
    }

    @Override
    public String windowWas(String from, String until) {
        return "C'était prévu de " + from + " à " + until + ".";
    }

    @Override
    public String noWindow() {
        return "Plus aucun horaire n'est prévu.";
    }

    @Override
    public String beginsWith(String phase) {
        return "Première phase : " + phase + ".";
    }

    @Override
    public String over(String phase, PhaseState state, String after, @Nullable String reason) {
        String how = switch (state) {
            case PASSED -> "passée en " + after;
            case SKIPPED -> "sautée";
            case FAILED -> "échouée après " + after;
            case ROLLED_BACK -> "quittée pour le retour en arrière";
            case PENDING, ACTIVE, AWAITING_DECISION -> "pas terminée";
        };
        return phase + " : " + how + (reason == null ? "." : " (" + reason + ").");
    }

    @Override
    public String reason(String reason) {
        return "Raison : " + reason;
    }

    @Override
    public String toBeSaidBy(String role, List<String> people, int approvals) {
        return "À dire par " + role + (people.isEmpty() ? "" : " (" + String.join(", ", people) + ")")
                + (approvals > 1 ? ", par " + approvals + " d'entre eux." : ".");
    }

    @Override
    public String trouble(
            Trouble.Kind kind, String name, String since, @Nullable String expected, @Nullable String saw) {
        return switch (kind) {
            case BREACH -> name + ", depuis " + since + " : attendu " + expected + ", vu " + saw;
            case UNSEEN -> name + " : invisible depuis " + since + (saw == null ? "" : " : " + saw);
            case LANE_LOST -> "Voie " + name + " : tenue pour morte, depuis " + since;
            case LANE_FAILED -> "Voie " + name + " : échec à " + since + (saw == null ? "" : " : " + saw);
            case LANE_UNSEEN -> "Voie " + name + " : personne ne voit depuis " + since + " si elle vit";
        };
    }

    @Override
    public String troubleOver(Trouble.Kind kind, String name, boolean well, String after) {
        if (!well) {
            return name + " : on ne le demande plus, après " + after;
        }
        return switch (kind) {
            case BREACH -> name + " : de nouveau comme prévu, après " + after;
            case UNSEEN -> name + " : de nouveau visible, après " + after;
            case LANE_LOST -> "Voie " + name + " : donne de nouveau signe de vie, après " + after;
            case LANE_FAILED -> "Voie " + name + " : continue, après " + after;
            case LANE_UNSEEN -> "Voie " + name + " : de nouveau visible, après " + after;
        };
    }

    @Override
    public String more(int count) {
        return "... et " + count + " de plus.";
    }

    @Override
    public String open(int count) {
        return count == 0 ? "Tout le reste va bien." : "En tout, " + count + " à résoudre.";
    }

    @Override
    public String beingWorkedOn() {
        return "L'équipe s'en occupe.";
    }

    @Override
    public String since(String time) {
        return "Depuis " + time + ".";
    }

    @Override
    public String progress(int percent) {
        return "Avancement : " + percent + " %.";
    }

    @Override
    public String endExpected(String from, String until) {
        return from.equals(until) ? "Fin prévue à " + from + "." : "Fin prévue entre " + from + " et " + until + ".";
    }

    @Override
    public String saidBy(String name) {
        return "Dit par " + name + ".";
    }

    @Override
    public String took(String duration, String from, String until) {
        return "Cela a duré " + duration + ", de " + from + " à " + until + ".";
    }

    @Override
    public String nextUpdate(String at) {
        return "Prochaines nouvelles : " + at + " au plus tard.";
    }
}
