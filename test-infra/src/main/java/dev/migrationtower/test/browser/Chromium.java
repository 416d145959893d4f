package dev.migrationtower.test.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real browser: the machine's own Chromium, or else one that Playwright was given; without any the test is skipped, and says so. */
public final class Chromium implements AutoCloseable {
    /** A name of this machine by which nobody is known to sit at it. */
    public static final String ELSEWHERE = "tower.example";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--host-resolver-rules=MAP " + ELSEWHERE + " 127.0.0.1");

    /** One for all tests, as it takes longer to start than to look; it ends with this JVM. */
    private static final Optional<Browser> BROWSER = start();

    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    public Chromium() {
        assumeTrue(
                BROWSER.isPresent(),
                "no Chromium here: install the package chromium, or `npx playwright install chromium`");
        this.browser = BROWSER.orElseThrow();
    }

    /** Opens an address in a page of its own. */
    public Page open(String url, Look look) {
        Page page = page(look);
        page.navigate(url);
        return page;
    }

    /** A page of its own, which keeps nothing of the others, and shows nothing yet. */
    public Page page(Look look) {
        BrowserContext context = browser.newContext(look.asOptions());
        contexts.add(context);
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog opened: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        if (look.me() != null) {
            page.route(
                    "**/api/v1/me*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(look.me())));
        }
        return page;
    }

    /** What went wrong in the pages' scripts, and what their consoles call an error. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static Optional<Browser> start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        LaunchOptions options = new LaunchOptions().setArgs(ARGUMENTS);
        ofTheMachine().ifPresent(options::setExecutablePath);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return Optional.of(playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            playwright.close();
            return Optional.empty();
        }
    }

    private static Optional<Path> ofTheMachine() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
