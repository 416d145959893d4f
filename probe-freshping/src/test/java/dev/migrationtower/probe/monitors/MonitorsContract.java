package dev.migrationtower.probe.monitors;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.VendorContract;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the probe holds with every vendor of monitors: a real client, and a real server that speaks as the vendor does. */
public abstract class MonitorsContract implements VendorContract {
    protected static final Duration TIMEOUT = Duration.ofSeconds(2);
    protected static Vertx vertx;

    protected VendorServer vendor;
    private MonitorsProbe probe;

    /** One monitor of the fake, its state in the vendor's own word. */
    public record One(String name, String word) {}

    /** Who it is, with an account "default" at this address. */
    protected abstract MonitorsVendor kind(String url);

    /** Opens it. */
    protected abstract VendorServer vendorOfMonitors() throws Exception;

    /** The vendor has these monitors, a list for each page. */
    protected abstract void has(List<List<One>> pages);

    /** The vendor's word for this state. */
    protected abstract String word(Monitor.State state);

    /** What the second page is asked by. */
    protected abstract String secondPage();

    /** The first page with one monitor, whose state is of another type than it should. */
    protected abstract String ofAnotherType();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        vendor = vendorOfMonitors();
        has(List.of(List.of(paused("app"), paused("api"))));
        MonitorsVendor kind = kind(vendor.url());
        probe = new MonitorsProbe(
                kind.words(),
                kind.accounts(name -> new VendorAccount(
                        vertx,
                        kind.limits(),
                        kind.words().kind(),
                        name,
                        new SimpleMeterRegistry(),
                        Clock.systemUTC())));
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Override
    public VendorServer vendor() {
        return vendor;
    }

    @Override
    public String troubled() {
        return "/";
    }

    @Override
    public Look look() throws Exception {
        return look(Map.of());
    }

    @Test
    void allPausedIsSeen() throws Exception {
        assertThat(values(Map.of()))
                .isEqualTo(Map.of(
                        "total", 2,
                        "active", 0,
                        "paused", 2,
                        "failing", 0,
                        "unknown", 0,
                        "monitors",
                                List.of(
                                        Map.of("name", "app", "state", "paused"),
                                        Map.of("name", "api", "state", "paused"))));
        assertThat(look().evidence().text()).contains("2 monitors: ");
    }

    @Test
    void oneThatFailsIsActiveToo() throws Exception {
        has(List.of(List.of(
                paused("app"),
                new One("api", word(Monitor.State.ACTIVE)),
                new One("orga", word(Monitor.State.FAILING)))));

        assertThat(values(Map.of()))
                .containsEntry("active", 2)
                .containsEntry("failing", 1)
                .containsEntry("paused", 1);
    }

    @Test
    void withAWordThatNobodyKnowsNoNumberIsTold() throws Exception {
        has(List.of(List.of(paused("app"), new One("api", word(Monitor.State.UNKNOWN)))));

        assertThat(values(Map.of()))
                .containsEntry("total", 2)
                .containsEntry("unknown", 1)
                .doesNotContainKeys("active", "paused", "failing");
    }

    @Test
    void everyPageIsReadHoweverShort() throws Exception {
        has(List.of(List.of(paused("app")), List.of(new One("api", word(Monitor.State.ACTIVE)))));

        assertThat(values(Map.of())).containsEntry("total", 2).containsEntry("active", 1);
    }

    @Test
    void aSecondPageThatIsMissingIsNotTheEnd() throws Exception {
        has(List.of(List.of(paused("app")), List.of(paused("api"))));
        vendor.on(secondPage(), new Reply(404, "{\"error\":\"no such page\"}", Map.of()));

        assertThat(unobservable(Map.of()).cause()).isEqualTo("not-found");
    }

    @Test
    void noMonitorsAtAllIsNotAllPaused() throws Exception {
        has(List.of(List.of()));

        assertThat(unobservable(Map.of()).message()).contains("no monitors at all");
    }

    @Test
    void aFieldThatIsAbsentIsUnreadable() throws Exception {
        vendor.on(firstPage(), "{}");

        assertThat(unobservable(Map.of()).cause()).isEqualTo("unreadable");
    }

    @Test
    void aFieldOfAnotherTypeIsUnreadable() throws Exception {
        vendor.on(firstPage(), ofAnotherType());

        assertThat(unobservable(Map.of()).cause()).isEqualTo("unreadable");
    }

    @Test
    void onlyThoseNamedCountAndEachMustBeThere() throws Exception {
        has(List.of(List.of(paused("app"), new One("api", word(Monitor.State.ACTIVE)))));

        assertThat(values(Map.of("names", List.of("app"))))
                .containsEntry("total", 1)
                .containsEntry("active", 0);
        assertThat(unobservable(Map.of("names", List.of("app", "ap"))).message())
                .contains("named [ap]");
    }

    @Test
    void aVendorThatTellsNoTagsCannotBeAskedByTag() throws Exception {
        assertThat(unobservable(Map.of("tags", List.of("prod"))).message())
                .contains("does not tell the tags of app", "by names instead");
    }

    @Test
    void anAccountThatWeDoNotHaveIsNamed() throws Exception {
        assertThat(unobservable(Map.of("account", "pix")).message()).contains("\"pix\"", "[default]");
    }

    /** What the first page is asked by. */
    protected abstract String firstPage();

    private One paused(String name) {
        return new One(name, word(Monitor.State.PAUSED));
    }

    protected final Map<String, Object> values(Map<String, Object> settings) throws Exception {
        return Contract.reading(name(), look(settings));
    }

    protected final Outcome.Unobservable unobservable(Map<String, Object> settings) throws Exception {
        return Contract.unobservable(look(settings));
    }

    private String name() {
        return kind(vendor.url()).words().kind();
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return probe.observe(check(name(), settings)).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
