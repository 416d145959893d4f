/** Which events of a record lie around the moment that is shown. Pure. */

import { shortType } from "./milestones.js";

export const isBreach = ({ type }) => shortType(type) === "breach.detected";

/** `{before, after, breach}`: the nearest event to either side of a revision, and the next breach; undefined where there is none. */
export function momentsOf(outline, revision) {
  const events = outline?.events ?? [];
  return {
    before: events.findLast((event) => event.revision < revision),
    after: events.find((event) => event.revision > revision),
    breach: events.find((event) => event.revision > revision && isBreach(event)),
  };
}

/** What is marked on the way from the first to the last event: `[{part, kind}]`, 0 to 1, `kind` being phase or breach. */
export function marksOf({ first, last, events }) {
  const from = Date.parse(first.at);
  const whole = Math.max(1, Date.parse(last.at) - from);
  const kinds = { "phase.started": "phase", "run.completed": "phase", "breach.detected": "breach" };
  return events
    .map(({ at, type }) => ({ part: (Date.parse(at) - from) / whole, kind: kinds[shortType(type)] }))
    .filter(({ kind }) => kind);
}
