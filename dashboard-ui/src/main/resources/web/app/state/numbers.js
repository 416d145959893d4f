/** The two numbers that a room wants to know: how far it is, and how long it still takes. Pure. */

import { inLanguage } from "../text.js";
import { span } from "../time.js";
import { words } from "../words.js";
import { currentPhase } from "./arrange.js";

/** `[{value, label}]`, two at the most; what nobody knows is left out. */
export function numbersOf(run, now, minute) {
  const phase = run.state === "in-progress" ? currentPhase(run) : undefined;
  return [...(phase ? [howFar(phase)] : []), ...howLong(run, now, minute)];
}

function howFar(phase) {
  const title = inLanguage(phase.title);
  const known = phase.lanes.map(({ percent }) => percent);
  if (known.length > 0 && known.every((percent) => percent !== undefined)) {
    return { value: words.step.percent(Math.floor(Math.min(...known))), label: words.wall.percentOf(title) };
  }
  const { met, notMet, unknown, waived } = phase.gate;
  return { value: `${met}/${met + notMet + unknown + waived}`, label: title };
}

function howLong({ state, forecast, window, startedAt, endedAt }, now, minute) {
  if (startedAt && endedAt) {
    return [{ value: span(Date.parse(endedAt) - Date.parse(startedAt)), label: words.wall.took }];
  }
  if (state === "in-progress" && forecast?.end) {
    return [{ value: `${minute(forecast.end.p50)}–${minute(forecast.end.p90)}`, label: words.window.marks.end }];
  }
  if (!window || (state !== "in-progress" && state !== "scheduled")) {
    return [];
  }
  const left = Date.parse(window.closes) - now;
  return [{ value: span(Math.abs(left)), label: left < 0 ? words.wall.over : words.wall.left }];
}
