/** The geometry of the window line: from which instant to which it goes, and where an instant lies on it. Pure. */

const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE);

/**
 * `{from, to, opens, closes}`, milliseconds. Without a promised window, the sum of the estimates from the start on stands in
 * for it. The line is longer than the window when the run began before it, went on after it, or is expected to.
 */
export function extent(run, moment) {
  const begun = Date.parse(run.startedAt ?? "") || moment;
  const path = run.phases.filter(({ rollback }) => rollback === run.rollback);
  const estimated = path.reduce((sum, phase) => sum + (phase.estimateSeconds ?? 0) * 1000, 0) || 10 * MINUTE;
  const opens = run.window ? Date.parse(run.window.opens) : begun;
  const closes = run.window ? Date.parse(run.window.closes) : begun + estimated;
  const last = run.endedAt ? [] : [run.forecast?.end?.p90, run.forecast?.rollbackDeadline].filter(Boolean).map(Date.parse);
  // a forecast far beyond the window must not press the night into a corner
  const furthest = Math.min(Math.max(closes, ...last), closes + (closes - opens));
  return { from: Math.min(opens, begun), to: Math.max(furthest, moment), opens, closes };
}

/** Where an instant lies, 0 to 1. */
export function place({ from, to }, instant) {
  return Math.min(1, Math.max(0, (instant - from) / Math.max(1, to - from)));
}

/** The round instants that are written under the line, so many at most. */
export function ticks({ from, to }, most) {
  const step = STEPS.find((candidate) => (to - from) / candidate <= most) ?? STEPS.at(-1);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
}

/** What lies ahead on the line: `[{kind, from, to}]` in milliseconds, `kind` being end, rollback, or no-return. */
export function marks({ forecast, endedAt, phases }) {
  const passed = phases.map(({ pointOfNoReturn }) => pointOfNoReturn?.passedAt).find(Boolean);
  const span = (kind, { p50, p90 }) => ({ kind, from: Date.parse(p50), to: Date.parse(p90) });
  const point = (kind, instant) => ({ kind, from: Date.parse(instant), to: Date.parse(instant) });
  return [
    ...(passed ? [point("no-return", passed)] : []),
    ...(!endedAt && forecast?.end ? [span("end", forecast.end)] : []),
    ...(!endedAt && forecast?.pointOfNoReturn ? [span("no-return", forecast.pointOfNoReturn)] : []),
    ...(!endedAt && forecast?.rollbackDeadline ? [point("rollback", forecast.rollbackDeadline)] : []),
  ];
}
