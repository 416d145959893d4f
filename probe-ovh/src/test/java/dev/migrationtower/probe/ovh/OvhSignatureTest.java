package dev.migrationtower.probe.ovh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OvhSignatureTest {
    /** Public, and revoked; see {@code recorded/SOURCES.md}. */
    private static final OvhSignature KEYS = new OvhSignature(
            "TDPKJdwZwAQPwKX2", "9ufkBmLaTQ9nz5yMUlg79taH0GNnzDjk", "5mBuy6SUQcRw2ZUxg0cG68BoDKpED4KY");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "GET | https://eu.api.ovh.com/1.0/auth | `` | $1$e9556054b6309771395efa467c22e627407461ad",
                "GET | https://api.eu.ovhcloud.com/1.0/auth | `` | $1$52992e595b398f6aba591ee5925b379081614ced",
                "GET | https://api.eu.ovhcloud.com/1.0/authTO | `` | $1$fbf2332d802de7f075e1b5bc52bd2fbed6790224",
                "POST | https://api.eu.ovhcloud.com/1.0/auth | `{\"a\":\"b\",\"c\":\"d\"}` | $1$ea0e0d82447373a3ddf5947065f1d519ca0bcaf2",
                "POST | https://api.eu.ovhcloud.com/1.0/authTO | `{\"a\":\"b\",\"c\":\"d\"}` | $1$4e23630584237237f4667e19e8ebe45c70a0b8b8",
            })
    void itSignsAsOvhcloudsOwnClientDoes(String method, String url, String body, String signature) {
        assertThat(KEYS.of(new VendorQuestion(method, URI.create(url), null, body), 1457018875L))
                .isEqualTo(signature);
    }

    @Test
    void itShowsNoKey() {
        assertThat(KEYS.toString()).doesNotContain(KEYS.applicationSecret(), KEYS.consumerKey());
    }
}
