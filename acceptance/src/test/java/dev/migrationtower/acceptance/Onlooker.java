package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import dev.migrationtower.test.browser.Axe;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who looks at a run the whole night, and what is written down of what they see. */
final class Onlooker {
    private static final long PATIENCE = Duration.ofMinutes(2).toMillis();

    /**
     * In the page: all that came by the stream; what the cards of the applications said, each time that it changed; each moment at
     * which old news had the colours of new ones; whatever moved, but for words within their line.
     */
    private static final String NOTES = """
            window.__notes = {streams: 0, hellos: [], snapshots: 0, heard: [], apps: [], proud: new Set(), lost: 0, moves: []};
            const Source = EventSource;
            window.EventSource = class extends Source {
              constructor(address) {
                super(address);
                __notes.streams++;
              }
              addEventListener(type, listener) {
                super.addEventListener(type, (message) => {
                  __notes.heard.push(message.data);
                  if (type === "hello") __notes.hellos.push(JSON.parse(message.data));
                  if (type === "snapshot") __notes.snapshots++;
                  listener(message);
                });
              }
            };

            const page = () => document.querySelector("run-page, wall-page");
            const OLD_MS = 20_000;
            let wasLost = false;
            setInterval(() => {
              const tower = window.__tower;
              const {run, checks} = tower?.state ?? {};
              if (!run) return;
              const apps = [...checks.values()].filter(({check}) => check === "app").map(({item, verdict}) => `${item}:${verdict ?? "none"}`).sort().join(" ");
              if (__notes.apps.at(-1) !== apps) __notes.apps.push(apps);
              const lost = page().hasAttribute("lost");
              if (lost && !wasLost) __notes.lost++;
              wasLost = lost;
              if (lost) return;
              if (tower.link === "lost") __notes.proud.add("the link is lost");
              if (run.state === "in-progress") {
                [...checks.values()]
                  .filter(({verdict, saw}) => verdict === "met" && saw && Date.parse(saw.freshUntil) + OLD_MS < Date.now())
                  .forEach(({check, item}) => __notes.proud.add(`${check}/${item} is out of date`));
              }
            }, 50);

            const aLine = () => 2.5 * parseFloat(getComputedStyle(document.documentElement).fontSize);
            new PerformanceObserver((list) => list.getEntries().forEach(({hadRecentInput, sources}) => {
              if (hadRecentInput) return; // the browser counts a new size of the window among the inputs
              // the list of what happened grows at its top: that it moves down is what it is for
              const news = page()?.shadowRoot.querySelector("aside")?.getBoundingClientRect();
              const inTheNews = ({left, top}) => news && left >= news.left - 1 && top >= news.top - 1;
              sources.forEach(({previousRect: p, currentRect: c}) => {
                const withinItsLine = p.y === c.y && p.height === c.height && p.height < aLine();
                if (!withinItsLine && !inTheNews(p) && !inTheNews(c)) {
                  __notes.moves.push([p.x, p.y, p.width, p.height, "to", c.x, c.y, c.width, c.height, "of", innerWidth].join(" "));
                }
              });
            })).observe({type: "layout-shift"});
            """;

    /** What is wider than the screen, and not made to be moved or cut there. */
    private static final String STICKING_OUT = """
            () => {
              const found = [];
              const look = (root) => [...root.children].forEach((e) => {
                const {overflowX, position} = getComputedStyle(e);
                if (e.getBoundingClientRect().right > innerWidth + 1 && position !== "fixed") {
                  found.push(`${e.getRootNode().host?.nodeName ?? ""} ${e.nodeName}.${e.getAttribute("class") ?? ""} ${e.textContent.trim().slice(0, 40)}`);
                } else if (overflowX === "visible") {
                  look(e);
                  if (e.shadowRoot) look(e.shadowRoot);
                }
              });
              look(document.body);
              return found;
            }""";

    private final String address;
    private final String name;
    private final Look look;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private String shown = "";

    private Onlooker(String address, String name, Look look, Page page) {
        this.address = address;
        this.name = name;
        this.look = look;
        this.page = page;
    }

    static Onlooker at(String address, String name, Look look, Chromium browser) {
        Page page = browser.page(look);
        Onlooker onlooker = new Onlooker(address, name, look, page);
        page.onPageError(onlooker.complaints::add);
        page.onConsoleMessage(onlooker::hear);
        page.addInitScript(NOTES);
        page.navigate(address);
        return onlooker;
    }

    /** Somebody else of the same kind, who comes only now. */
    Onlooker again(Chromium browser) {
        return at(address, name, look, browser);
    }

    /** That something could not be had is what happens when a dashboard is killed; the page copes, the console tells. */
    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    Page page() {
        return page;
    }

    void await(String what, String condition) {
        page.waitForFunction(
                """
                () => {
                  const tower = window.__tower;
                  const phase = (id) => tower.state.run?.phases.find((p) => p.id === id);
                  const verdicts = (check) => [...tower.state.checks.values()]
                    .filter((c) => c.check === check).map((c) => c.verdict);
                  return tower?.state.run && (%s); // %s
                }
                """.formatted(condition, what), null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
    }

    /** The button of this name, as soon as it is there. */
    void presses(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click(new Locator.ClickOptions().setTimeout(PATIENCE));
    }

    Object ask(String expression) {
        return page.evaluate("() => { const tower = window.__tower; return " + expression + "; }");
    }

    long number(String expression) {
        return ((Number) ask(expression)).longValue();
    }

    /** Whether it is pushed by one stream, and never asks. */
    void wasPushedTo() {
        assertThat(number("__notes.streams")).as(toString()).isEqualTo(1);
        assertThat((List<?>) ask("performance.getEntriesByType('resource').map((e) => e.name)"
                        + ".filter((url) => /api.v1.runs.[^/]+$/.test(url))"))
                .as(toString())
                .isEmpty();
    }

    /** Whether the newest connection went on where the one before ended: told so by the server, and given nothing twice. */
    void wentOnWhereItWas() {
        assertThat(number("__notes.hellos.length")).as(toString()).isGreaterThanOrEqualTo(2);
        assertThat(number("__notes.hellos.at(-1).replayedFrom")).as(toString()).isGreaterThan(1);
        assertThat(number("__notes.snapshots")).as(toString()).isEqualTo(1);
    }

    /** From now on, what moves counts. */
    void beginsToWatchForMoves() {
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
                + ".then(() => { __notes.moves = []; })");
    }

    void sawNothingMove() {
        assertThat((List<?>) ask("__notes.moves")).as("what moved for " + this).isEmpty();
    }

    void sawOldNewsNeverInTheColoursOfNewOnes() {
        assertThat((List<?>) ask("[...__notes.proud]")).as("proud for " + this).isEmpty();
        assertThat(complaints).as("complaints of " + this).isEmpty();
    }

    /** All that the server said to this page. */
    String heard() {
        return (String) ask("__notes.heard.join('\\n')");
    }

    /** The whole of what is known, and what is said in large. */
    String state() {
        return (String)
                ask(
                        "[tower.revision, tower.gaps, tower.link, JSON.stringify(tower.state.run),"
                                + " JSON.stringify([...tower.state.checks].sort()), document.title,"
                                + " document.querySelector('run-page, wall-page').shadowRoot.querySelectorAll('lost-link').length].join('\\n')");
    }

    /** Another screen, which is theirs from now on, and a picture of it. */
    void turnTo(Look other, String moment) {
        shown = "%s-%s-%s".formatted(moment, name, other.in(look.language()));
        page.setViewportSize(other.width(), other.height());
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(other.scheme()).setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", shown + ".png")));
    }

    void findsTheRulesKept() {
        assertThat(Axe.violations(page)).as(shown).isEmpty();
        assertThat((List<?>) page.evaluate(STICKING_OUT))
                .as("what sticks out of " + shown)
                .isEmpty();
    }

    void close() {
        page.context().close();
    }

    @Override
    public String toString() {
        return name + "-" + look.language();
    }
}
