package dev.migrationtower.core.forecast;

/** The upper tail of the standard normal distribution, to about twelve digits however far out. */
final class Normal {
    /** The point that is exceeded one time of ten. */
    static final double Z90 = 1.2815515655446004;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double SERIES_ENDS = 3;

    private Normal() {}

    /**
     * Take a standard normal variable that is known to exceed {@code z}. It exceeds the point {@code max(z, 0) + beyond(z, tail)} with
     * the probability {@code tail}, that is {@code Φ⁻¹(1 - tail (1 - Φ(z)))}.
     *
     * <p>Solved in logarithms by Newton's method: with the survival function written as density times {@link #mills Mills' ratio},
     * nothing large is subtracted from anything large, and the curve is convex, so that every step after the first comes closer from
     * the same side.
     *
     * @param z may be {@code -∞}: nothing is known
     * @param tail at most a half
     */
    static double beyond(double z, double tail) {
        double from = Math.max(z, 0);
        double drop = -Math.log(tail) - (z < 0 ? Math.log(2 * aboveNegative(z)) : 0);
        double beyond = 0;
        for (int i = 0; i < 10; i++) {
            double there = mills(from + beyond);
            double dropped = beyond * (from + beyond / 2) - Math.log(there / mills(from));
            beyond = Math.max(0, beyond - (dropped - drop) * there);
        }
        return beyond;
    }

    private static double aboveNegative(double z) {
        return 1 - density(z) * mills(-z);
    }

    /**
     * Mills' ratio for {@code x >= 0}: the probability to exceed x, by the density at x. Near zero Marsaglia's series ("Evaluating the
     * Normal Distribution", Journal of Statistical Software 11, 2004), further out Laplace's continued fraction.
     */
    private static double mills(double x) {
        if (x < SERIES_ENDS) {
            double term = x;
            double sum = x;
            for (int k = 3; k < 80; k += 2) {
                term *= x * x / k;
                sum += term;
            }
            return 0.5 / density(x) - sum;
        }
        double fraction = x;
        for (int k = 64; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return 1 / fraction;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_TWO_PI;
    }
}
