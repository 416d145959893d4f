/**
 * How a thing stands, as one word that decides shape, colour and wording together. The verdicts are the aggregator's; here they
 * are only given their sign.
 */

/** How an item stands towards one of its expectations: breach, held, met, not-met, unknown, waived; `none` when nothing is expected. */
export function standingOf(expectation) {
  if (!expectation) {
    return "none";
  }
  if (expectation.breachedSince) {
    return "breach";
  }
  if (expectation.waived && expectation.verdict !== "met") {
    return "waived";
  }
  return expectation.held && expectation.verdict === "met" ? "held" : expectation.verdict;
}

/** How a phase stands: its state, unless something it holds is broken. */
export const standingOfPhase = (phase) => (phase.breaches > 0 ? "breach" : phase.state);

/** How the whole run stands: breach, waiting (for a person), at-work, scheduled, or how it ended. */
export function standingOfRun(run) {
  if (run.state !== "in-progress") {
    return run.state;
  }
  if (run.phases.some((phase) => phase.breaches > 0)) {
    return "breach";
  }
  return run.phases.some((phase) => phase.state === "awaiting-decision") ? "waiting" : "at-work";
}
