package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.View.Link;
import java.util.List;

/** Reads {@code links}. */
final class Links {
    private Links() {}

    static List<Link> read(Value links) {
        return links.items().stream().map(link -> link.mapping(Links::link)).toList();
    }

    private static Link link(Fields link) {
        String rel = link.required("rel").map(Value::text).orElse("");
        Value href = link.required("href");
        return new Link(rel, href.map(value -> href(value, value.text())).orElse(""));
    }

    /** The address; it is told if a page had better not offer it: people click on it in the middle of the night. */
    static String href(Value place, String address) {
        if (place.isText() && !address.startsWith("https://") && !address.startsWith("http://")) {
            place.refuse("a link begins with https:// or http://");
        }
        return address;
    }
}
