package dev.migrationtower.notifier.report;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the report of a run is kept: {@code TOWER_NOTIFIER_REPORT_...} */
public interface ReportConfig {
    /** {@code en} or {@code fr}. */
    @WithDefault("en")
    String language();

    /** A page is written at most so often. */
    @WithDefault("1m")
    Duration every();

    /** The folder in which each run has a Markdown file. */
    Optional<Path> folder();

    Confluence confluence();

    /** A wiki of Atlassian's. */
    interface Confluence {
        /** Of the cloud {@code https://<site>.atlassian.net/wiki}; else where the Data Center edition is. */
        Optional<URI> url();

        @WithDefault("cloud")
        Edition edition();

        /** Of the cloud: the e-mail address that the token belongs to. */
        Optional<String> user();

        /** An API token of the cloud, a personal access token of the Data Center. */
        Optional<String> token();

        /** The key of the space. */
        Optional<String> space();

        /** The id of the page under which reports stand; absent: at the top of the space. */
        Optional<String> parent();
    }

    /** Their interfaces differ. */
    enum Edition {
        CLOUD,
        DATA_CENTER
    }
}
