package dev.migrationtower.acceptance;

import com.microsoft.playwright.options.ColorScheme;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All who look at the night: those who work, the public, and a room, in both languages. The French come through the balancer. At each
 * moment each of them looks on another screen, by day or by night, so that after six moments each has seen it on all of them.
 */
final class Onlookers {
    private static final List<Look> SCREENS = Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
            .flatMap(scheme -> Stream.of(
                    new Look(390, 844, scheme, "en-GB", null),
                    new Look(1440, 1000, scheme, "en-GB", null),
                    new Look(3840, 2160, scheme, "en-GB", null)))
            .toList();

    private final List<Onlooker> all = new ArrayList<>();
    private int moments;

    /** @param wall the address of the run for a room, with the link that lets it in */
    Onlookers(URI direct, URI balanced, String run, String wall, Chromium browser) {
        for (String language : List.of("en-GB", "fr-FR")) {
            URI way = language.startsWith("fr") ? balanced : direct;
            String elsewhere = "http://" + Chromium.ELSEWHERE + ":" + way.getPort();
            come(way + run, "operator", language, browser);
            come(way + wall, "wall", language, browser);
            come(elsewhere + run, "public", language, browser);
        }
    }

    private void come(String address, String name, String language, Chromium browser) {
        all.add(Onlooker.at(address, name, screen(all.size()).in(language), browser));
    }

    private static Look screen(int turn) {
        return SCREENS.get(turn % SCREENS.size());
    }

    /** Somebody who works, at a desk. */
    Onlooker operator() {
        return all.getFirst();
    }

    /** One of the public. */
    Onlooker anybody() {
        return all.get(2);
    }

    /** Those behind the balancer. */
    List<Onlooker> french() {
        return all.subList(all.size() / 2, all.size());
    }

    void each(Consumer<Onlooker> action) {
        all.forEach(action);
    }

    void await(String what, String condition) {
        all.forEach(onlooker -> onlooker.await(what, condition));
    }

    /** Each on the next screen: first how it looks, as that may pass, then whether the rules are kept. */
    void lookAtThe(String moment) {
        moments++;
        for (int i = 0; i < all.size(); i++) {
            all.get(i).turnTo(screen(i + moments), moments + "-" + moment);
        }
        all.forEach(Onlooker::findsTheRulesKept);
    }
}
