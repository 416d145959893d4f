package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.local.VendorRequests.Account;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorRequestsTest {

    @Test
    void requestsOfAllStatusesCountByAccount() {
        VendorRequests requests = VendorRequests.in("""
                # TYPE probe_vendor_requests_total counter
                probe_vendor_requests_total{account="default",status="200",vendor="datadog"} 3.0
                probe_vendor_requests_total{account="default",status="429",vendor="datadog"} 1.0
                probe_vendor_requests_total{account="other",status="200",vendor="datadog"} 2.0
                # TYPE probe_vendor_budget_remaining gauge
                probe_vendor_budget_remaining{account="default",vendor="datadog"} 266.0
                probe_checks{probe="datadog"} 4.0
                """);

        assertThat(requests.byAccount()).isEqualTo(Map.of("default", new Account(4, 266), "other", new Account(2, 0)));
        assertThat(requests.total()).isEqualTo(6);
    }

    @Test
    void whereNobodyAnswersNothingIsKnown() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + Ports.free() + "/q/metrics");

        assertThat(VendorRequests.of(nobody).byAccount()).isEmpty();
    }
}
