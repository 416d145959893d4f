/** The forecast of a run in words, a part per fact; what nobody knows is said, or left out. Pure. */

import { inLanguage } from "../text.js";
import { span } from "../time.js";
import { words } from "../words.js";

/** `[{text, late, mark}]`, the mark being that of the window line: the end first, then how it stands to the window, what is late, the last moment for a rollback, the ground. */
export function forecastInWords(run, zone, now) {
  const { forecast } = run;
  if (!forecast) {
    return [];
  }
  const at = (instant) => (zone.day(instant) === zone.day(now) ? "" : `${zone.day(instant)} `) + zone.minute(instant);
  return [
    end(forecast, run, at),
    ...outlook(forecast.window),
    ...forecast.phases.filter(({ lateBySeconds }) => lateBySeconds).map((late) => fact(words.forecast.phaseLate(titleOf(run, late.phase), seconds(late.lateBySeconds)), true)),
    ...rollback(forecast.rollbackDeadline, at, now),
    ...noReturn(forecast.pointOfNoReturn, at),
    ...(forecast.end ? [fact(words.forecast.ground(forecast.ground.earlierRuns, forecast.ground.pace))] : []),
  ];
}

const fact = (text, late = false, mark = null) => ({ text, late, mark });
const seconds = (n) => span(n * 1000);

function end({ end, ground }, run, at) {
  return end
    ? fact(words.forecast.end(at(end.p50), at(end.p90)), false, "end")
    : fact(words.forecast.unknown(ground.missing.map((phase) => titleOf(run, phase))));
}

function outlook(window) {
  return window ? [fact(words.forecast.window[window.level](seconds(window.overrunSeconds ?? 0)), window.level !== "holds")] : [];
}

function rollback(deadline, at, now) {
  if (!deadline) {
    return [];
  }
  const over = Date.parse(deadline) < now;
  return [fact(over ? words.forecast.rollbackTooLate(at(deadline)) : words.forecast.rollbackBy(at(deadline)), over, "rollback")];
}

const noReturn = (span, at) => (span ? [fact(words.window.noReturnBetween(at(span.p50), at(span.p90)), false, "no-return")] : []);

function titleOf(run, id) {
  const phase = run.phases.find((candidate) => candidate.id === id);
  return phase ? inLanguage(phase.title) : id;
}
