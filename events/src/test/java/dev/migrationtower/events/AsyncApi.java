package dev.migrationtower.events;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topics as an AsyncAPI 3 document, with a JSON Schema of every record, made of the records themselves: what is not declared
 * {@code @Nullable} is required, and nothing forbids a field that is not invented yet.
 */
final class AsyncApi {
    private static final String SCHEMAS = "components/schemas";

    private final SchemaBuilder schemas = generator().buildMultipleSchemaDefinitions();
    private final ObjectNode document = Json.mapper().createObjectNode();

    private AsyncApi() {}

    static ObjectNode document() {
        return new AsyncApi().made();
    }

    private ObjectNode made() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Migration Tower")
                .put("version", "1")
                .put(
                        "description",
                        "What travels between the services of the tower, and what others may subscribe to. Values are JSON in UTF-8,"
                                + " instants and durations ISO-8601. Unknown fields are to be ignored: fields are added, never renamed or"
                                + " removed. Read with isolation.level=read_committed.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = Json.mapper().createObjectNode();

        for (Topic topic : Topic.values()) {
            if (topic != Topic.DEAD_LETTERS) {
                channel(channels, topic, messages);
            }
        }
        operation(
                operations,
                "followMigrations",
                "receive",
                Topic.EVENTS,
                "Everything that changes in a run, in order: the record.");
        operation(operations, "askForLooks", "receive", Topic.CHECKS, "What a probe of your own is to look at.");
        operation(operations, "tellWhatWasSeen", "send", Topic.OBSERVATIONS, "What a probe of your own saw.");
        operation(operations, "giveSignOfLife", "send", Topic.PROBES, "That it is there, every few seconds.");

        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas.collectDefinitions(SCHEMAS));
        return document;
    }

    private void channel(ObjectNode channels, Topic topic, ObjectNode messages) {
        ObjectNode channel = channels.putObject(topic.topicName());
        channel.put("address", topic.topicName());
        channel.put("description", description(topic));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.topicName());
        kafka.put("partitions", topic.partitions());
        ObjectNode channelMessages = channel.putObject("messages");
        for (Class<?> value : values(topic)) {
            String name = value.getSimpleName();
            channelMessages.putObject(name).put("$ref", "#/components/messages/" + name);
            if (!messages.has(name)) {
                message(messages.putObject(name), topic, value);
            }
        }
    }

    private void message(ObjectNode message, Topic topic, Class<?> value) {
        message.put("contentType", "application/json");
        message.set("payload", schemas.createSchemaReference(value));
        ObjectNode key = message.putObject("bindings").putObject("kafka").putObject("key");
        key.put("type", "string").put("description", key(topic));
        if (topic == Topic.EVENTS) {
            message.set("headers", cloudEventHeaders());
        } else if (topic == Topic.OBSERVATIONS) {
            trace(message.putObject("headers").put("type", "object").putObject("properties"));
        }
    }

    /** CloudEvents 1.0 in Kafka's binary mode. */
    private static ObjectNode cloudEventHeaders() {
        ObjectNode headers = Json.mapper().createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("ce_specversion").put("const", "1.0");
        properties.putObject("ce_id").put("type", "string").put("description", "<run>/<revision>, unique");
        properties.putObject("ce_source").put("type", "string").put("description", "/api/v1/runs/<run>");
        ArrayNode types = properties.putObject("ce_type").put("type", "string").putArray("enum");
        Arrays.stream(EventType.values()).map(EventType::ceType).forEach(types::add);
        properties.putObject("ce_time").put("type", "string").put("format", "date-time");
        properties.putObject("ce_subject").put("type", "string");
        properties.putObject("content-type").put("const", "application/json");
        ArrayNode required = headers.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        trace(properties);
        return headers;
    }

    private static void trace(ObjectNode properties) {
        properties
                .putObject("traceparent")
                .put("type", "string")
                .put(
                        "description",
                        "the trace that it belongs to, as W3C's Trace Context has it; there when its writer traces");
    }

    private static void operation(ObjectNode operations, String name, String action, Topic topic, String summary) {
        ObjectNode operation = operations.putObject(name);
        operation.put("action", action).put("summary", summary);
        operation.putObject("channel").put("$ref", "#/channels/" + topic.topicName());
    }

    private static List<Class<?>> values(Topic topic) {
        return switch (topic) {
            case COMMANDS -> List.of(Command.class);
            case CHECKS -> List.of(CheckSpec.class);
            case OBSERVATIONS -> List.of(Observation.class);
            case EVENTS -> List.of(Event.class);
            case STATE -> List.of(View.class);
            case PROBES -> List.of(ProbeAlive.class);
            case DELIVERIES -> List.of(Delivery.class);
            case DEAD_LETTERS -> List.of();
        };
    }

    private static String key(Topic topic) {
        return switch (topic) {
            case COMMANDS, OBSERVATIONS, EVENTS -> "the id of the run";
            case CHECKS -> "<run>/<check>/<item>";
            case STATE -> "the id of the run, or <run>/<check>/<item>";
            case DELIVERIES -> "<channel>/<notice>, or <channel>";
            case PROBES, DEAD_LETTERS -> "the name of the instance";
        };
    }

    private static String description(Topic topic) {
        return switch (topic) {
            case COMMANDS ->
                "What people ask for. Kept for 30 days. Written with the Java client's partitioner (murmur2).";
            case CHECKS -> "What the probes are to look at; a record without a value: no longer. Compacted.";
            case OBSERVATIONS ->
                "What was seen. Kept for 7 days. Written with the Java client's partitioner (murmur2).";
            case EVENTS ->
                "Everything that changed, in order, as CloudEvents 1.0 in Kafka's binary mode. Kept for ever.";
            case STATE ->
                "How things stand now, to spare a newcomer the record; a record without a value: gone. Compacted.";
            case PROBES -> "Signs of life of the probes. Compacted, and gone after a day.";
            case DELIVERIES -> "What the notifier told, and to which channel, so that nobody is told twice. Compacted.";
            case DEAD_LETTERS -> "Records as they were that could not be read. Kept for 30 days.";
        };
    }

    // --- schemas

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.INLINE_TRANSFORMED_SUBTYPES));
        config.forFields().withRequiredCheck(field -> !isNullable(field));
        config.forTypesInGeneral().withCustomDefinitionProvider(new Inline());
        return new SchemaGenerator(config.build());
    }

    /** Short texts and maps stand where they are used; all else gets a schema of its own. */
    private static final class Inline implements CustomDefinitionProviderV2 {
        @Override
        public @Nullable CustomDefinition provideCustomSchemaDefinition(
                ResolvedType type, SchemaGenerationContext context) {
            ObjectNode text = text(type.getErasedType());
            if (text != null) {
                return new CustomDefinition(text, true);
            }
            return type.isInstanceOf(Map.class)
                    ? new CustomDefinition(context.createStandardDefinition(type, this), true)
                    : null;
        }
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable ObjectNode text(Class<?> type) {
        if (type == Instant.class) {
            return string("date-time");
        }
        if (type == Duration.class) {
            return string("duration");
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return Json.mapper().createObjectNode().put("type", "string");
        }
        if (type == Text.class) {
            ObjectNode text =
                    Json.mapper().createObjectNode().put("type", "object").put("minProperties", 1);
            text.putObject("additionalProperties").put("type", "string");
            return text;
        }
        return null;
    }

    private static ObjectNode string(String format) {
        return Json.mapper().createObjectNode().put("type", "string").put("format", format);
    }
}
