package dev.migrationtower.probe.http;

import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a check wants to know of which address.
 *
 * @param headers with their secrets filled in: not to be shown
 * @param timeout for the whole exchange, from the look-up of the name to the last byte
 * @param trustAny do not verify the certificate
 */
record HttpSettings(
        URI url,
        String method,
        Map<String, String> headers,
        Duration timeout,
        boolean followRedirects,
        boolean trustAny) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /** @throws WrongSettingException if a setting is missing or makes no sense */
    static HttpSettings of(Settings settings, Secrets secrets) {
        return new HttpSettings(
                url(settings.requiredText("url")),
                settings.oneOf("method", List.of("GET", "HEAD", "OPTIONS", "POST")),
                headers(settings.textsByName("headers"), secrets),
                settings.duration("timeout").orElse(DEFAULT_TIMEOUT),
                settings.flag("followRedirects"),
                settings.oneOf("trust", List.of("system", "any")).equals("any"));
    }

    boolean tls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return tls() ? 443 : 80;
    }

    /** Path and query, as they stand in the request line. */
    String path() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** The same for where a redirect points; another host gets none of the headers, which may hold secrets meant for the first. */
    HttpSettings at(URI target) {
        boolean sameOrigin = Objects.equals(url.getScheme(), target.getScheme())
                && Objects.equals(url.getRawAuthority(), target.getRawAuthority());
        return new HttpSettings(target, method, sameOrigin ? headers : Map.of(), timeout, followRedirects, trustAny);
    }

    static URI url(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongSettingException("url", "is no address: " + e.getReason());
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getPort() > 65_535) {
            throw new WrongSettingException("url", "must be an address such as https://host/path");
        }
        if (url.getRawUserInfo() != null) {
            throw new WrongSettingException(
                    "url", "holds a user or password; send an Authorization header with ${NAME} instead");
        }
        return url;
    }

    private static Map<String, String> headers(Map<String, String> settings, Secrets secrets) {
        Map<String, String> headers = new TreeMap<>();
        settings.forEach((name, text) -> {
            String setting = "headers." + name;
            String value = secrets.fill(setting, text);
            if (!HEADER_NAME.matcher(name).matches()) {
                throw new WrongSettingException(setting, "has a name that HTTP does not allow");
            }
            if (!HEADER_VALUE.matcher(value).matches()) {
                throw new WrongSettingException(setting, "has a value that HTTP does not allow, such as a line break");
            }
            headers.put(name, value);
        });
        return headers;
    }
}
