package dev.migrationtower.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrationtower.events.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What CDI cannot make by itself. */
class Wiring {
    /** HTTP speaks the same JSON as Kafka. */
    @Produces
    @Singleton
    ObjectMapper json() {
        return Json.mapper();
    }
}
