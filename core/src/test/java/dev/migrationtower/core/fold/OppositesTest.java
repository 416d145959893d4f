package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What can be said by mistake can be taken back. */
class OppositesTest {

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Happening.night();
    }

    @Provide
    Arbitrary<String> people() {
        return Arbitraries.of("anna", "ben", "cleo", "dan");
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void aCommandAndItsOppositeLeaveEverythingAsItWas(
            @ForAll("happenings") List<Happening> happenings, @ForAll("people") String author) {
        Night before = Happening.after(happenings).after(1);
        for (Deed deed : Happening.DEEDS) {
            Night night = before.copy();
            if (deed.isNews(night) && night.tellAs(author, deed.there()).isObeyed()) {
                night.tellAs(author, deed.back().apply(night));

                assertThat(night.isObeyed())
                        .as("%s by %s: %s", deed, author, night.last().events())
                        .isTrue();
                assertThat(Plain.differences(before, night))
                        .as("%s by %s", deed, author)
                        .isEmpty();
            }
        }
    }
}
