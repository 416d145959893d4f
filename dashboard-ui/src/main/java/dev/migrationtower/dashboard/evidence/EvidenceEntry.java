package dev.migrationtower.dashboard.evidence;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Origin;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.Sight;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One event of the timeline, and behind it what it rests on. */
record EvidenceEntry(Telling tell) {

    String html(Event event) {
        String evidence = evidence(event);
        return "<li class=\"event" + (event.type() == EventType.BREACH_DETECTED ? " breach" : "") + "\" id=\"r"
                + event.revision() + "\">"
                + tell.time(event.at()) + " <b>" + event.type().shortName() + "</b> <code>" + tell.text(event.subject())
                + "</code> " + tell.text(event.reason()) + who(event)
                + (evidence.isEmpty()
                        ? ""
                        : "<details><summary>" + tell.say("evidence", "preuve") + "</summary>" + evidence
                                + "</details>")
                + "</li>\n";
    }

    private String who(Event event) {
        Origin from = event.from();
        return event.by() == null
                ? ""
                : " <span class=\"quiet\">("
                        + tell.text(event.by())
                        + (from == null ? "" : ", " + tell.text(from.address()) + ", " + tell.text(from.signIn()))
                        + ")</span>";
    }

    private String evidence(Event event) {
        return switch (event.view()) {
            case CheckView check -> of(check);
            case View.Note note -> "<pre>" + tell.text(note.text()) + "</pre>";
            case View.Rejection rejection -> "<pre>" + tell.text(String.join("\n", rejection.problems())) + "</pre>";
            default -> "";
        };
    }

    private String of(CheckView check) {
        return check.expectations().stream().map(this::of).collect(Collectors.joining()) + of(check.saw());
    }

    private String of(ExpectationView expectation) {
        return "<p>"
                + tell.text(expectation.phase()) + ": "
                + tell.say("expected", "attendu") + " <code>" + tell.text(expectation.expected()) + "</code>, "
                + tell.say("saw", "vu") + " " + tell.text(expectation.saw()) + " ("
                + tell.text(expectation.verdict().word()) + ")</p>";
    }

    /** Links are told and not made: who opens this in ten years shall not go where somebody else says. */
    private String of(@Nullable Sight saw) {
        if (saw == null) {
            return "";
        }
        String values = new String(Json.write(saw.values()), StandardCharsets.UTF_8);
        return "<pre>"
                + tell.text(saw.instance()) + ", " + tell.time(saw.observedAt())
                + line(saw.cause()) + line(saw.message())
                + (saw.evidence() == null
                        ? ""
                        : line(saw.evidence().text()) + line(saw.evidence().link()))
                + (saw.values().isEmpty() ? "" : line(values))
                + "</pre>";
    }

    private String line(@Nullable String text) {
        return text == null ? "" : "\n" + tell.text(text);
    }
}
