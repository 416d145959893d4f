/** The geometry of the window line: from which instant to which it goes, and where an instant lies on it. Pure. */

const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE);
const MOST_TICKS = 9;

/**
 * `{from, to, opens, closes}`, milliseconds. Without a promised window, the sum of the estimates from the start on stands in
 * for it. The line is longer than the window when the run began before it or went on after it.
 */
export function extent(run, moment) {
  const begun = Date.parse(run.startedAt ?? "") || moment;
  const path = run.phases.filter(({ rollback }) => rollback === run.rollback);
  const estimated = path.reduce((sum, phase) => sum + (phase.estimateSeconds ?? 0) * 1000, 0) || 10 * MINUTE;
  const opens = run.window ? Date.parse(run.window.opens) : begun;
  const closes = run.window ? Date.parse(run.window.closes) : begun + estimated;
  return { from: Math.min(opens, begun), to: Math.max(closes, moment), opens, closes };
}

/** Where an instant lies, 0 to 1. */
export function place({ from, to }, instant) {
  return Math.min(1, Math.max(0, (instant - from) / Math.max(1, to - from)));
}

/** The round instants that are written under the line. */
export function ticks({ from, to }) {
  const step = STEPS.find((candidate) => (to - from) / candidate <= MOST_TICKS) ?? STEPS.at(-1);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
}
