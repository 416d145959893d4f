package dev.migrationtower.probe.datadog;

import static dev.migrationtower.probe.datadog.Documents.dated;
import static dev.migrationtower.probe.datadog.Documents.log;
import static dev.migrationtower.probe.datadog.Documents.page;
import static dev.migrationtower.probe.datadog.FakeDatadog.NOW;
import static dev.migrationtower.probe.datadog.FakeDatadog.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many lines there are, by a real client and a real server that speaks as Datadog does. */
class DatadogCountIT {
    private static final Map<String, Object> DONE = Map.of("query", "@msg:Done");
    private static final String NOTHING = "{\"data\": []}";

    @RegisterExtension
    final FakeDatadog datadog = new FakeDatadog();

    private final VendorServer vendor = datadog.server;
    private DatadogProbe probe = datadog.probe(NOW);

    @Test
    void linesAreCountedOnAllPagesHoweverShort() throws Exception {
        vendor.on(
                SEARCH,
                asked -> dated(
                        asked.body().contains("\"p3\"")
                                ? NOTHING
                                : asked.body().contains("\"p2\"")
                                        ? page("p3", log("2", "20:43:00", ""))
                                        : page("p2", log("1", "20:43:30", ""))));

        assertThat(Contract.reading("datadog", look(DONE))).isEqualTo(Map.of("count", 2, "age", "PT30S"));
    }

    @Test
    void noLineMeansNoneOnlyWhereAWiderSearchFindsSome() throws Exception {
        vendor.on(
                SEARCH,
                asked -> dated(asked.body().contains("@msg:Done") ? NOTHING : page(null, log("1", "20:43:30", ""))));

        assertThat(Contract.unobservable(look(DONE)).message()).contains("nobody knows whether none was written");
        assertThat(Contract.reading("datadog", look(Map.of("query", "@msg:Done", "among", "service:pix-api"))))
                .isEqualTo(Map.of("count", 0));
    }

    @Test
    void moreThanTenPagesOfLinesAreTooDearToCount() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        vendor.on(SEARCH, asked -> {
            int number = pages.incrementAndGet();
            return dated(page("p" + number, log(Integer.toString(number), "20:43:30", "")));
        });

        assertThat(Contract.unobservable(look(DONE)).message()).contains("more than 10 pages: ask for less");
        assertThat(pages).hasValue(10);
    }

    @Test
    void theRecordedPagesAreUnderstood() throws Exception {
        Iterator<Reply> pages = Recorded.replies("v2.Search_logs_returns_OK_response_with_pagination", "POST")
                .iterator();
        vendor.on(SEARCH, asked -> pages.next());

        assertThat(Contract.reading("datadog", look(Map.of("query", "*")))).containsEntry("count", 3);
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return Bench.look(probe, Checks.check("datadog", settings));
    }
}
