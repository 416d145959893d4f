package dev.migrationtower.probe.monitors;

import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.List;

/**
 * Which monitors of which account a check is about: all, unless names or tags are given.
 *
 * @param names each must be there
 * @param tags one of them is enough
 */
record MonitorsSettings(String account, List<String> names, List<String> tags) {

    /** @throws WrongSettingException if a setting makes no sense */
    static MonitorsSettings of(Settings settings) {
        return new MonitorsSettings(
                settings.text("account").orElse("default"), settings.texts("names"), settings.texts("tags"));
    }
}
