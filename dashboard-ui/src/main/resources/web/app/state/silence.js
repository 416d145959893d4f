/**
 * Whether anybody still decides. The aggregator turns what is too old into unknown; if it is down, nothing turns, and a page whose
 * own line is fine would keep a proud green. Pure.
 */

const GRACE_MS = 15_000;

/** Since when things are older than they may be without having become unknown, in milliseconds; null if none is. */
export function undecidedSince({ run, checks }, now) {
  if (run?.state !== "in-progress") {
    return null;
  }
  const overdue = [...checks.values()]
    .filter((check) => check.saw && check.expectations.some(({ verdict }) => verdict !== "unknown"))
    .map((check) => Date.parse(check.saw.freshUntil))
    .filter((until) => until + GRACE_MS < now);
  return overdue.length === 0 ? null : Math.min(...overdue);
}
