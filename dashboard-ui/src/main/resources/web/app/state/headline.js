/** Where we are, in one sentence and a second for what we wait for; plain words for people who know no tool. Pure. */

import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { breaches, currentPhase } from "./arrange.js";

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

function atWork({ run, checks }, tell) {
  const broken = breaches(checks).map(({ check }) => inLanguage(check.title));
  const phase = currentPhase(run);
  const progress = phase ? progressOf(phase, tell) : { sentence: words.headline.betweenPhases, next: "" };
  return broken.length > 0 ? { sentence: words.headline.breach(broken), next: progress.sentence } : progress;
}

function progressOf(phase, tell) {
  const title = inLanguage(phase.title);
  const { gate } = phase;
  const total = gate.met + gate.notMet + gate.unknown + gate.waived;
  if (phase.state === "failed") {
    return { sentence: words.headline.failed(title), next: phase.reason ?? "" };
  }
  if (phase.state === "awaiting-decision") {
    return { sentence: words.headline.awaiting(title), next: words.headline.waitsFor(gate.decision?.role) };
  }
  if (gate.goAt) {
    return { sentence: words.headline.holding(title), next: words.headline.until(tell(gate.goAt)) };
  }
  if (gate.result === "inconclusive") {
    return { sentence: words.headline.inconclusive(title, gate.unknown), next: words.headline.lookAtUnknown };
  }
  return { sentence: words.headline.active(title, gate.met, total), next: words.headline.waitsForMore(gate.notMet + gate.unknown) };
}
