package dev.migrationtower.probe.datadog;

import dev.migrationtower.probe.runtime.kit.ReadmeContract;
import java.util.List;

class DatadogReadmeTest implements ReadmeContract {
    @Override
    public List<String> kinds() {
        return List.of("datadog");
    }

    @Override
    public List<Class<?>> mappings() {
        return List.of(DatadogConfig.class);
    }
}
