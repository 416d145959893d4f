package dev.migrationtower.probe.uptimerobot;

import dev.migrationtower.probe.runtime.kit.ReadmeContract;
import java.util.List;

class UptimerobotReadmeTest implements ReadmeContract {
    @Override
    public List<String> kinds() {
        return List.of("uptimerobot");
    }

    @Override
    public List<Class<?>> mappings() {
        return List.of(UptimerobotConfig.class);
    }
}
