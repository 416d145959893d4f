package dev.migrationtower.probe.scalingo;

import dev.migrationtower.probe.runtime.kit.ReadmeContract;
import java.util.List;

class ScalingoReadmeTest implements ReadmeContract {
    @Override
    public List<String> kinds() {
        return List.of("scalingo");
    }

    @Override
    public List<Class<?>> mappings() {
        return List.of(ScalingoConfig.class);
    }
}
