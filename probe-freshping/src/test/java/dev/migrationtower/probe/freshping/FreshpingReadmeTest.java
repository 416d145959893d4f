package dev.migrationtower.probe.freshping;

import dev.migrationtower.probe.runtime.kit.ReadmeContract;
import java.util.List;

class FreshpingReadmeTest implements ReadmeContract {
    @Override
    public List<String> kinds() {
        return List.of("freshping");
    }

    @Override
    public List<Class<?>> mappings() {
        return List.of(FreshpingConfig.class);
    }
}
