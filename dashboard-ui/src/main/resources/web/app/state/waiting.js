/** Whom or what the run waits for, and since when. Pure. */

import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { currentPhase } from "./arrange.js";

const NAMED = 3;
/** Who has to decide is nothing for the public. */
const NOT_SHOWN = { role: words.waiting.somebody, people: [], approvals: 1, said: [] };

/** `{what, since, people}`: a sentence, an instant or null, and whether it is people who have to act; null when nothing is waited for. */
export function waitingFor({ run, checks }) {
  if (run.state === "scheduled") {
    return { what: words.waiting.for(words.waiting.start), since: null, people: true };
  }
  const phase = run.state === "in-progress" ? currentPhase(run) : undefined;
  if (!phase || phase.state === "failed") {
    return null;
  }
  return phase.state === "awaiting-decision" ? decision(phase) : (tasks(phase) ?? machines(phase, checks));
}

function decision({ gate, waitingSince }) {
  const { role, people, approvals, said } = gate.decision ?? NOT_SHOWN;
  const missing = approvals - said.filter(({ go }) => go).length;
  return { what: words.waiting.for(words.waiting.decision(role, people, missing)), since: waitingSince ?? gate.since, people: true };
}

function tasks({ tasks, startedAt }) {
  const open = tasks.filter(({ done }) => !done);
  if (open.length === 0) {
    return null;
  }
  const first = words.waiting.task(inLanguage(open[0].text), open[0].role);
  const all = open.length > 1 ? `${first} ${words.waiting.moreTasks(open.length - 1)}` : first;
  return { what: words.waiting.for(all), since: startedAt, people: true };
}

function machines(phase, checks) {
  if (phase.gate.goAt) {
    return { what: words.waiting.sustain, since: null, people: false };
  }
  const missing = [...checks.values()]
    .flatMap((check) => check.expectations.map((expectation) => ({ check, expectation })))
    .filter(({ expectation: e }) => e.phase === phase.id && !e.held && e.verdict !== "met" && !e.waived)
    .sort((a, b) => a.expectation.since.localeCompare(b.expectation.since));
  if (missing.length > 0) {
    const names = missing.slice(0, NAMED).map(({ check }) => inLanguage(check.title));
    const what = words.waiting.for(words.waiting.checks(names, missing.length - names.length));
    return { what, since: missing[0].expectation.since, people: false };
  }
  const works = phase.lanes.some(({ state }) => state !== "finished");
  return { what: works ? words.waiting.script : words.waiting.nobody, since: null, people: false };
}
