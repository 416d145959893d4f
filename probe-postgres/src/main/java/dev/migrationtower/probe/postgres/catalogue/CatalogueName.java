package dev.migrationtower.probe.postgres.catalogue;

import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.Arrays;
import java.util.List;

/**
 * The name of a column or sequence, as a plan writes it: {@code [schema.]table.column}, {@code [schema.]sequence}; in the letters of
 * the catalogue, without quotes.
 *
 * @param text as written
 * @param schema empty if none was
 * @param attribute empty for a sequence
 */
public record CatalogueName(String text, String schema, String relation, String attribute) {

    /** @throws WrongSettingException if it is not of that form */
    public static CatalogueName column(String text) {
        List<String> parts = parts(text);
        return switch (parts.size()) {
            case 2 -> new CatalogueName(text, "", parts.get(0), parts.get(1));
            case 3 -> new CatalogueName(text, parts.get(0), parts.get(1), parts.get(2));
            default ->
                throw new WrongSettingException("columns", "has \"" + text + "\", must be [schema.]table.column");
        };
    }

    /** @throws WrongSettingException if it is not of that form */
    public static CatalogueName sequence(String text) {
        List<String> parts = parts(text);
        return switch (parts.size()) {
            case 1 -> new CatalogueName(text, "", parts.get(0), "");
            case 2 -> new CatalogueName(text, parts.get(0), parts.get(1), "");
            default -> throw new WrongSettingException("sequences", "has \"" + text + "\", must be [schema.]sequence");
        };
    }

    /**
     * Names of tables.
     *
     * @param setting where they stand
     * @throws WrongSettingException if one is not of the form {@code [schema.]table}
     */
    public static List<CatalogueName> tables(String setting, List<String> texts) {
        return texts.stream()
                .map(text -> {
                    List<String> parts = parts(text);
                    return switch (parts.size()) {
                        case 1 -> new CatalogueName(text, "", parts.get(0), "");
                        case 2 -> new CatalogueName(text, parts.get(0), parts.get(1), "");
                        default ->
                            throw new WrongSettingException(setting, "has \"" + text + "\", must be [schema.]table");
                    };
                })
                .toList();
    }

    private static List<String> parts(String text) {
        List<String> parts = Arrays.asList(text.split("\\.", -1));
        return parts.contains("") ? List.of() : parts;
    }
}
