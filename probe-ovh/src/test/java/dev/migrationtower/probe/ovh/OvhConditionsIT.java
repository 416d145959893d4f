package dev.migrationtower.probe.ovh;

import static dev.migrationtower.probe.ovh.FakeOvh.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.ListContract;
import dev.migrationtower.probe.runtime.kit.WordContract;
import dev.migrationtower.simulator.ovh.OvhVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that the probe looks at, whatever is wrong with OVHcloud. It gives none of it in pages. */
class OvhConditionsIT {
    @RegisterExtension
    final FakeOvh ovh = new FakeOvh();

    private abstract class AtOvh implements WordContract {
        @Override
        public VendorServer vendor() {
            return ovh.server;
        }

        @Override
        public Probe newProbe(Duration timeout) {
            return ovh.probe(FakeOvh.keys(OvhVoice.CONSUMER_KEY), timeout, Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @Override
        public List<String> telling() {
            return List.of("running", "stopped", "inFlight");
        }

        @Override
        public List<String> secrets() {
            return List.of(OvhVoice.APPLICATION_SECRET, OvhVoice.CONSUMER_KEY);
        }

        @Override
        public String refusal() {
            return "answered 403: This credential does not exist";
        }
    }

    @Nested
    @DisplayName("[ovh instances]")
    class Instances extends AtOvh implements ListContract {
        @Override
        public CheckSpec check() {
            return Checks.check("ovh", Map.of("project", OvhVoice.PROJECT, "instances", List.of("etl-1", "etl-2")));
        }

        @Override
        public String troubled() {
            return "/cloud/project/abc123/instance";
        }

        @Override
        public String field() {
            return "status";
        }

        @Override
        public String word() {
            return "status";
        }

        /** One of the two that are named. */
        @Override
        public void partly() {
            vendor().on(FakeOvh.INSTANCES, "[{\"id\": \"i-1\", \"name\": \"etl-1\", \"status\": \"SHUTOFF\"}]");
        }

        @Override
        public void wholly() {
            vendor().off(FakeOvh.INSTANCES);
        }

        /** Where another region is, nobody knows our keys. */
        @Test
        void keysOfAnotherRegionAreUnauthorisedAndTheAddressIsNamed() throws Exception {
            vendor().on(
                            FakeOvh.INSTANCES,
                            new Reply(
                                    403,
                                    "{\"errorCode\":\"INVALID_KEY\",\"message\":\"This application key is invalid\"}",
                                    Map.of()));
            Probe probe = probe(Bench.PATIENT);

            Outcome.Unobservable told = Contract.unobservable(look(probe));

            assertThat(told.cause()).isEqualTo("unauthorised");
            assertThat(told.message())
                    .contains("This application key is invalid", "are those of another region", "its API_URL");
            vendor().off(FakeOvh.INSTANCES);
            awaitSeen(probe);
        }
    }

    @Nested
    @DisplayName("[ovh servers]")
    class Servers extends AtOvh {
        @Override
        public CheckSpec check() {
            return Checks.check("ovh", Map.of("servers", List.of("ns1.example.net", "ns2.example.net")));
        }

        @BeforeEach
        void another() {
            vendor().on(
                            FakeOvh.SERVER.replace("ns1", "ns2"),
                            "{\"name\": \"ns2.example.net\", \"powerState\": \"poweroff\", \"state\": \"ok\"}");
        }

        @Override
        public String troubled() {
            return "/dedicated/server/ns1.example.net";
        }

        @Override
        public String field() {
            return "powerState";
        }

        @Override
        public String word() {
            return "powerState";
        }

        @Override
        public void partly() {
            vendor().in(Fault.BROKEN, "/dedicated/server/ns2.example.net");
        }
    }

    @Nested
    @DisplayName("[ovh node pools]")
    class NodePools extends AtOvh implements ListContract {
        @Override
        public CheckSpec check() {
            return Checks.check(
                    "ovh", Map.of("project", OvhVoice.PROJECT, "nodePools", List.of("c-1/workers", "c-2/workers")));
        }

        @BeforeEach
        void another() {
            vendor().on(FakeOvh.POOLS.replace("c-1", "c-2"), FakeOvh.pool("READY", 0, 0));
        }

        @Override
        public String troubled() {
            return "/kube/c-1/nodepool";
        }

        @Override
        public String field() {
            return "currentNodes";
        }

        @Override
        public String word() {
            return "status";
        }

        @Override
        public void partly() {
            vendor().in(Fault.BROKEN, "/kube/c-2/nodepool");
        }
    }
}
