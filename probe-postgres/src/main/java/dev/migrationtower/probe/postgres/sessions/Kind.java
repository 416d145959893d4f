package dev.migrationtower.probe.postgres.sessions;

/** What a session is there for, as far as it can be known. */
enum Kind {
    /** Somebody, or something, that counts. */
    OTHER("sessions", "session"),
    OWN("own", "of the probe itself"),
    MIGRATION("migration", "of the migration"),
    IGNORED("ignored", "ignored"),
    REPLICATION("replication", "replication"),
    AUTOVACUUM("autovacuum", "autovacuum"),
    /** One that does not yield to an ALTER TABLE. */
    WRAPAROUND("wraparound", "autovacuum to prevent wraparound (does not yield)"),
    WORKERS("workers", "background worker");

    /** Under which its count is reported. */
    final String value;
    /** For people. */
    final String words;

    Kind(String value, String words) {
        this.value = value;
        this.words = words;
    }

    static Kind of(Group group, Sessions asked) {
        return switch (group.type()) {
            case "client backend" -> client(group, asked);
            case "walsender" -> REPLICATION;
            case "autovacuum worker" -> group.query().contains("to prevent wraparound") ? WRAPAROUND : AUTOVACUUM;
            default -> WORKERS;
        };
    }

    private static Kind client(Group group, Sessions asked) {
        if (group.application().equals(asked.own())) {
            return OWN;
        }
        if (asked.migration().owns(group.application(), group.user())) {
            return MIGRATION;
        }
        return asked.ignoredApplications().contains(group.application())
                        || asked.ignoredUsers().contains(group.user())
                ? IGNORED
                : OTHER;
    }
}
