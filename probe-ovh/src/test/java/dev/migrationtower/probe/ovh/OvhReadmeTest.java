package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.kit.ReadmeContract;
import java.util.List;

class OvhReadmeTest implements ReadmeContract {
    @Override
    public List<String> kinds() {
        return List.of("ovh");
    }

    @Override
    public List<Class<?>> mappings() {
        return List.of(OvhConfig.class);
    }
}
