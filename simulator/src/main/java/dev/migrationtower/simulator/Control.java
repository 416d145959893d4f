package dev.migrationtower.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.simulator.estate.Estate;
import dev.migrationtower.simulator.estate.Platform;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a person or a test may do to the estate and its vendors in the middle of the night. */
final class Control {
    private final Estate estate;
    private final Vendors vendors;

    Control(Estate estate, Vendors vendors) {
        this.estate = estate;
        this.vendors = vendors;
    }

    /** Everything as it is now. */
    Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        state.put("applications", estate.applications().all());
        state.put(
                "apps",
                estate.platform().names().stream()
                        .map(name -> estate.platform().app(name).orElseThrow())
                        .toList());
        state.put("machines", estate.machines().all());
        state.put("monitors", estate.monitors().all());
        state.put("sessions", estate.sessions());
        state.put(
                "vendors",
                vendors.byName().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> state(one.getValue()))));
        return state;
    }

    /**
     * Does it: {@code applications/orga} with {@code {"open": true}}, and the others as the README has them.
     *
     * @throws IllegalArgumentException saying what is wrong, or what there is
     */
    void put(String path, JsonNode wish) {
        String[] parts = path.split("/", 2);
        String id = parts[parts.length - 1];
        switch (parts.length == 2 ? parts[0] : "") {
            case "applications" -> open(id, wished(wish, "open"));
            case "monitors" -> estate.monitors().pause(id, wished(wish, "paused"));
            case "machines" -> estate.machines().turn(id, wished(wish, "on"));
            case "backups" -> estate.platform().backups(id, wished(wish, "on"));
            case "apps" -> scale(estate.platform(), id, wish.path("web"));
            case "vendors" -> fault(id, wish);
            default ->
                throw new IllegalArgumentException("no " + path + ": there are applications/<id>, apps/<name>,"
                        + " backups/<app>, machines/<name>, monitors/<name>, vendors/<name>");
        }
    }

    private void open(String id, boolean open) {
        if (open) {
            estate.applications().open(id);
        } else {
            estate.applications().close(id);
        }
    }

    private static void scale(Platform platform, String app, JsonNode web) {
        if (!web.isInt() || web.intValue() < 0 || web.intValue() > 10) {
            throw new IllegalArgumentException("say {\"web\": 0} to {\"web\": 10}");
        }
        platform.scale(app, "web", web.intValue());
    }

    private void fault(String name, JsonNode wish) {
        VendorServer vendor = vendors.byName().get(name);
        if (vendor == null) {
            throw new IllegalArgumentException(
                    "no vendor " + name + ", there is " + vendors.byName().keySet());
        }
        Fault fault = Fault.of(wish.path("fault").asText())
                .orElseThrow(() -> new IllegalArgumentException("say {\"fault\": ...}, one of\n" + Fault.all()));
        String field = wish.path("field").asText();
        if (fault.ofAField() == field.isEmpty()) {
            throw new IllegalArgumentException(
                    fault.word() + (field.isEmpty() ? " needs {\"field\": ...}" : " is not of a field"));
        }
        vendor.in(fault, wish.path("where").asText(), field);
    }

    private static Map<String, Object> state(VendorServer vendor) {
        VendorServer.Trouble trouble = vendor.trouble();
        return Map.of(
                "url", vendor.url(),
                "requests", vendor.times(),
                "fault", trouble.fault().word(),
                "where", trouble.where(),
                "field", trouble.field());
    }

    private static boolean wished(JsonNode wish, String name) {
        JsonNode value = wish.path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("say {\"" + name + "\": true} or {\"" + name + "\": false}");
        }
        return value.booleanValue();
    }
}
