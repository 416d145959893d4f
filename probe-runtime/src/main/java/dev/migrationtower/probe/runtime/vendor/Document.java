package dev.migrationtower.probe.runtime.vendor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The body of an answer as a document. It is read to the letter: a number where a text belongs is no text. Pure. */
final class Document {
    private static final int CHARACTERS = 200;
    private static final ObjectMapper STRICT = strict();

    private Document() {}

    /**
     * The document.
     *
     * @param hide blots out what nobody may see, before anything is cut: the rest of a secret is one, too
     * @throws VendorException if it is none of this type
     */
    static <T> T read(VendorQuestion question, VendorAnswer answer, Class<T> type, UnaryOperator<String> hide) {
        try {
            T document = STRICT.readValue(answer.body(), type);
            if (document == null) {
                throw unreadable(question, "null");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw unreadable(question, hide.apply(e.getOriginalMessage()));
        } catch (IOException e) {
            throw unreadable(question, hide.apply(String.valueOf(e.getMessage())));
        }
    }

    /**
     * What a vendor says of a failure, for people, to be read after its status; empty if it says nothing.
     *
     * @param hide as above
     */
    static String words(VendorAnswer answer, UnaryOperator<String> hide) {
        String text = answer.text().strip();
        if (text.isEmpty()) {
            return "";
        }
        if (text.startsWith("<")) {
            return " with a page of HTML";
        }
        String words = hide.apply(error(text)).replaceAll("\\s+", " ");
        return ": " + cut(words);
    }

    private static String error(String text) {
        try {
            JsonNode json = STRICT.readTree(text);
            for (String field : new String[] {"error", "errors", "message", "detail"}) {
                JsonNode said = json.path(field);
                if (!said.isMissingNode()) {
                    return said.isTextual() ? said.asText() : said.toString();
                }
            }
            return text;
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static VendorException unreadable(VendorQuestion question, String why) {
        String first = why.lines().findFirst().orElse("");
        return new VendorException(
                VendorFailure.UNREADABLE, question + " answered something else than expected: " + cut(first));
    }

    private static String cut(String words) {
        return words.length() <= CHARACTERS ? words : words.substring(0, CHARACTERS) + "...";
    }

    private static ObjectMapper strict() {
        return ((JsonMapper) Json.mapper())
                .rebuild()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .addModule(new SimpleModule().addDeserializer(Instant.class, new TextInstant()))
                .build();
    }

    /** A time is a text: Jackson would take a number for one, too. */
    private static final class TextInstant extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        TextInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? InstantDeserializer.INSTANT.deserialize(json, context)
                    : (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
    }
}
