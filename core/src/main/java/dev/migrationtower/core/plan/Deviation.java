package dev.migrationtower.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something that is switched off on purpose: asked for where it begins, held meanwhile, and its restoring asked for where it ends.
 *
 * @param during the state of the check meanwhile
 * @param after the state afterwards; absent: nobody says how it is restored
 * @param from the phase whose gate asks for {@code during}
 * @param until the phase whose gate asks for {@code after}
 */
public record Deviation(
        String check,
        String during,
        @Nullable String after,
        String from,
        @Nullable String until) {}
