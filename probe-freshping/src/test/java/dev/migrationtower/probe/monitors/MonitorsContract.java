package dev.migrationtower.probe.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.PagesContract;
import dev.migrationtower.probe.runtime.kit.WordContract;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the probe holds with every vendor of monitors: a real client, and a real server that speaks as the vendor does. */
public abstract class MonitorsContract implements PagesContract, WordContract {
    protected VendorServer vendor;

    /** One monitor of the fake, its state in the vendor's own word. */
    public record One(String name, String word) {}

    /** Who it is, with an account "default" at this address. */
    protected abstract MonitorsVendor kind(String url);

    /** Opens it. */
    protected abstract VendorServer vendorOfMonitors();

    /** The vendor has these monitors, a list for each page. */
    protected abstract void has(List<List<One>> pages);

    /** The vendor's word for this state. */
    protected abstract String word(Monitor.State state);

    @BeforeEach
    void open() {
        vendor = vendorOfMonitors();
        has(List.of(List.of(paused("app"), paused("api"))));
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
    public Probe newProbe(Duration timeout) {
        MonitorsVendor kind = kind(vendor.url());
        return new MonitorsProbe(
                kind.words(), kind.accounts().all(Bench.accounts(kind.words().kind(), timeout, Clock.systemUTC())));
    }

    @Override
    public CheckSpec check() {
        return check(Map.of());
    }

    @Override
    public List<String> telling() {
        return List.of("active", "paused", "failing");
    }

    @Override
    public String field() {
        return "status";
    }

    @Override
    public String word() {
        return "status";
    }

    @Override
    public void hasTwoPages() {
        has(List.of(List.of(paused("app")), List.of(new One("api", word(Monitor.State.ACTIVE)))));
    }

    @Override
    public Map<String, Object> ofBothPages() {
        return Map.of("total", 2, "active", 1, "paused", 1);
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
        assertThat(look(Map.of()).evidence().text()).contains("2 monitors: ");
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
    void noMonitorsAtAllIsNotAllPaused() throws Exception {
        has(List.of(List.of()));

        assertThat(unobservable(Map.of()).message()).contains("no monitors at all");
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
        return Bench.look(probe(Bench.PATIENT), check(settings));
    }

    private CheckSpec check(Map<String, Object> settings) {
        return Checks.check(name(), settings);
    }
}
