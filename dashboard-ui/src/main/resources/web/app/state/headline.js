/** Where we are, in one sentence and a second for what comes; plain words for people who know no tool. Pure. */

import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { breaches, broken, currentPhase, held, heldUnseen } from "./arrange.js";

const LANES_NAMED = 3;
const TROUBLED = new Set(["late", "lost", "failed", "unknown"]);

/**
 * `{sentence, next}`.
 *
 * @param now milliseconds, by the server's clock
 * @param tell an instant as people are told it: `22:41:30`
 * @param last how long something took: `4 h 12 min`
 */
export function headline(state, now, tell, last) {
  const { run } = state;
  switch (run.state) {
    case "scheduled":
      return {
        sentence: words.headline.scheduled(state.checks.size),
        next: opening(run.window, now, tell),
      };
    case "in-progress":
      return atWork(state, tell);
    case "completed":
      return {
        sentence: words.headline.completed(tell(run.endedAt), last(run.startedAt, run.endedAt)),
        next: words.headline.goodNight,
      };
    default:
      return { sentence: words.headline.ended(words.runState[run.state], run.endedAt ? tell(run.endedAt) : ""), next: "" };
  }
}

function opening(window, now, tell) {
  if (!window) {
    return words.headline.startWhenReady;
  }
  return Date.parse(window.opens) > now ? words.headline.opens(tell(window.opens)) : words.headline.open(tell(window.opens));
}

/** What is wrong comes first, and pushes where we are into the second line. */
function atWork({ run, checks }, tell) {
  const phase = currentPhase(run);
  const way = run.rollback ? `${words.headline.wayBack} ` : "";
  const where = way + (phase ? progressOf(phase) : words.headline.betweenPhases);
  const trouble = troubleOf(run, phase, checks);
  const rest = trouble === "" ? [more(phase, tell), calm(checks)] : [where];
  return { sentence: trouble === "" ? where : trouble, next: [...rest, ...outlook(run, tell)].filter((part) => part !== "").join(" ") };
}

function troubleOf(run, phase, checks) {
  const names = breaches(checks).map(({ check }) => inLanguage(check.title));
  if (names.length > 0) {
    return words.headline.breach(names);
  }
  if (broken(run) > 0) {
    return words.headline.broken(broken(run));
  }
  if (phase?.state === "failed") {
    return words.headline.failed(inLanguage(phase.title));
  }
  const lanes = (phase?.lanes ?? []).filter(({ state }) => TROUBLED.has(state));
  if (lanes.length > 0) {
    return words.headline.lanesInTrouble(lanes.map(({ id, state }) => ({ lane: id, state: words.lane.state[state] })));
  }
  const unseen = heldUnseen(checks).map((check) => inLanguage(check.title));
  return unseen.length > 0 ? words.headline.heldUnseen(unseen) : "";
}

/** What the state of the gate means for those who wait. */
function more(phase, tell) {
  if (phase?.gate.goAt) {
    return words.headline.until(tell(phase.gate.goAt));
  }
  return phase?.gate.result === "inconclusive" && phase.state === "active" ? words.headline.lookAtUnknown : "";
}

const calm = (checks) => (held(checks) > 0 ? words.headline.held(held(checks)) : "");

function outlook({ forecast, nextUpdateAt }, tell) {
  const short = (instant) => tell(instant).slice(0, -3);
  return [
    ...(forecast?.end ? [words.headline.endExpected(short(forecast.end.p50), short(forecast.end.p90))] : []),
    ...(nextUpdateAt ? [words.headline.nextWord(short(nextUpdateAt))] : []),
  ];
}

function progressOf(phase) {
  const title = inLanguage(phase.title);
  const { gate, lanes } = phase;
  if (phase.state === "awaiting-decision") {
    return words.headline.awaiting(title);
  }
  if (phase.state === "failed") {
    return phase.reason ?? "";
  }
  if (gate.goAt) {
    return words.headline.holding(title);
  }
  if (lanes.length > 0 && lanes.some(({ state }) => state !== "finished")) {
    return laneProgress(title, lanes);
  }
  if (gate.result === "inconclusive") {
    return words.headline.inconclusive(title, gate.unknown);
  }
  return words.headline.active(title, gate.met, gate.met + gate.notMet + gate.unknown + gate.waived);
}

function laneProgress(title, lanes) {
  const known = lanes.filter(({ percent }) => percent !== undefined).map(({ id, percent }) => ({ lane: id, percent: Math.floor(percent) }));
  if (known.length < lanes.length) {
    return words.headline.works(title);
  }
  return lanes.length > LANES_NAMED
    ? words.headline.slowest(title, Math.min(...known.map(({ percent }) => percent)))
    : words.headline.lanes(title, known);
}
