package dev.migrationtower.core.fold;

/** Brings everything that follows from what is known into line with it; at the end of every step. */
final class Settling {
    private final Waivers waivers;
    private final Lanes lanes;
    private final Gates gates;
    private final Forecasts forecasts;

    private Settling(Waivers waivers, Lanes lanes, Gates gates, Forecasts forecasts) {
        this.waivers = waivers;
        this.lanes = lanes;
        this.gates = gates;
        this.forecasts = forecasts;
    }

    static Settling of(Turn turn, Expectations expectations) {
        return new Settling(
                new Waivers(turn, expectations),
                new Lanes(turn),
                new Gates(turn, new Path(turn, expectations)),
                new Forecasts(turn));
    }

    void settle() {
        waivers.expire();
        do {
            lanes.settle(); // those of a phase that has just begun, too
        } while (gates.settle());
        gates.tellBreaches();
        forecasts.settle();
    }
}
