package dev.migrationtower.dashboard.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.migrationtower.events.Action;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an action looks like in a request, for whoever got it wrong; told from the records themselves. */
final class ActionForm {
    private static final Map<String, Class<?>> BY_TYPE = byType();

    private ActionForm() {}

    /** The fields of the actions of this type; which types there are, if it is none of them. */
    static String of(String type) {
        Class<?> action = BY_TYPE.get(type);
        if (action == null) {
            return "type is one of " + String.join(", ", BY_TYPE.keySet()) + ".";
        }
        String fields = Arrays.stream(action.getRecordComponents())
                .map(ActionForm::field)
                .collect(Collectors.joining(", "));
        return type + (fields.isEmpty() ? " has no fields of its own." : " has the fields " + fields + ".");
    }

    private static String field(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return component.getName() + (optional ? " (if need be)" : "");
    }

    private static Map<String, Class<?>> byType() {
        Map<String, Class<?>> byType = new LinkedHashMap<>();
        for (JsonSubTypes.Type type :
                Action.class.getAnnotation(JsonSubTypes.class).value()) {
            if (type.value() != Action.LoadPlan.class) {
                byType.put(type.name(), type.value());
            }
        }
        return byType;
    }
}
