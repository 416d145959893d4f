package dev.migrationtower.probe.runtime.vendor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A limit of the vendor's own, as its headers tell ({@code X-RateLimit-*}). Everybody who uses the account uses it up.
 *
 * @param name one vendor may have several
 * @param limit requests in a period
 * @param remaining of them until it begins anew
 * @param period how long one is; zero if the vendor does not say
 * @param reset until it begins anew
 */
record Quota(String name, int limit, int remaining, Duration period, Duration reset) {

    /**
     * Empty if the answer does not say how many remain, and for how long.
     *
     * @param now the vendor's time
     */
    static Optional<Quota> in(VendorAnswer answer, Instant now) {
        return number(answer, "x-ratelimit-remaining")
                .flatMap(remaining -> Patience.reset(answer, now)
                        .map(reset -> new Quota(
                                answer.header("x-ratelimit-name").orElse(""),
                                number(answer, "x-ratelimit-limit").orElse(remaining),
                                remaining,
                                Duration.ofSeconds(
                                        number(answer, "x-ratelimit-period").orElse(0)),
                                reset)));
    }

    private static Optional<Integer> number(VendorAnswer answer, String header) {
        return answer.header(header).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }
}
