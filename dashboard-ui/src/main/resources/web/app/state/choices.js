/** What a person may ask for here and now. Whether it is carried out is decided by the aggregator. Pure but for who asks. */

import { may, whoAmI } from "../link/me.js";

const OPEN = new Set(["active", "awaiting-decision"]);

/** The types of command that make sense for a phase, and that this person may give. */
export function choicesOf(phase, run) {
  const onTheWay = run.state === "in-progress" && phase.rollback === run.rollback;
  const said = (phase.gate.decision?.said ?? []).some(({ by }) => !whoAmI().name || by === whoAmI().name);
  return [
    ...(said && run.state !== "aborted" ? ["withdraw"] : []),
    ...(onTheWay && (phase.state === "pending" || OPEN.has(phase.state)) ? ["skip"] : []),
    ...(onTheWay && phase.state === "skipped" ? ["unskip"] : []),
    ...(onTheWay && OPEN.has(phase.state) ? ["fail"] : []),
    ...(onTheWay && phase.state === "failed" ? ["unfail"] : []),
  ].filter(may);
}

/** The same for the run as a whole. */
export function choicesOfRun(run) {
  const under = run.state === "in-progress";
  return [
    ...(["completed", "rolled-back"].includes(run.state) ? [] : ["announce"]),
    ...(under && !run.rollback && run.phases.some(({ rollback }) => rollback) ? ["begin-rollback"] : []),
    ...(under && run.rollback ? ["abandon-rollback"] : []),
    ...(under ? ["abort"] : []),
    ...(run.state === "aborted" ? ["resume"] : []),
  ].filter(may);
}

/** Whether a gate that is not passed may be asked to go on without something of it. */
export const mayWaive = (phase) => may("waive") && (OPEN.has(phase.state) || phase.state === "pending");
