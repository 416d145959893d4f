package dev.migrationtower.probe.betterstack;

import dev.migrationtower.probe.runtime.kit.ReadmeContract;
import java.util.List;

class BetterstackReadmeTest implements ReadmeContract {
    @Override
    public List<String> kinds() {
        return List.of("betterstack");
    }

    @Override
    public List<Class<?>> mappings() {
        return List.of(BetterstackConfig.class);
    }
}
