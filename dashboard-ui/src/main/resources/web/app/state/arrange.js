/** Which item is shown where. Pure. */

const OPEN = new Set(["active", "awaiting-decision"]);

/**
 * The phase that is being worked on, or that failed; before the start the first one, so that what will be asked can be seen; else
 * none.
 */
export function currentPhase(run) {
  const open = run.phases.find((phase) => OPEN.has(phase.state));
  if (open || run.state === "scheduled") {
    return open ?? run.phases[0];
  }
  return run.state === "in-progress" ? run.phases.find((phase) => phase.state === "failed") : undefined;
}

/** Whether somebody works on this phase now. */
export const isOpen = (phase) => OPEN.has(phase.state);

/** The phase after this one on the same path, forth or back; undefined after the last. */
export const nextPhase = (run, phase) =>
  run.phases.slice(run.phases.indexOf(phase) + 1).find(({ rollback }) => rollback === phase.rollback);

/**
 * What a phase asks for, or still holds: `[{check, state, rows: [{check, expectation}]}]`, in the order of its gate. A phase
 * that is over shows only what it holds.
 */
export function groupsOf(phase, checks) {
  const over = isOver(phase);
  const groups = phase.gate.criteria.flatMap(checksOf).map((criterion) => {
    const rows = itemsOf(criterion.check, checks)
      .map((check) => ({ check, expectation: expectationOf(check, phase, over ? undefined : criterion.state) }))
      .filter(({ expectation }) => expectation || !over);
    return { check: criterion.check, state: rows[0]?.expectation?.state ?? criterion.state, rows };
  });
  return groups.filter((group) => group.rows.length > 0);
}

/** Whether it is neither worked on nor to come. */
const isOver = (phase) => !OPEN.has(phase.state) && phase.state !== "pending";

/** The criteria of one kind, also those among several of which some are enough. */
const ofKind = (kind) => (criterion) => (criterion.kind === kind ? [criterion] : criterion.of.flatMap(ofKind(kind)));

const checksOf = ofKind("check");

/** How many tasks or steps (`kind`) the gate of a phase asks for. */
export const asksFor = (phase, kind) =>
  new Set(phase.gate.criteria.flatMap(ofKind(kind)).flatMap(({ ids }) => ids)).size;

/** Every broken promise: `[{check, expectation}]`, the oldest first. */
export function breaches(checks) {
  return [...checks.values()]
    .flatMap((check) => check.expectations.filter((e) => e.breachedSince).map((expectation) => ({ check, expectation })))
    .sort((a, b) => a.expectation.breachedSince.localeCompare(b.expectation.breachedSince));
}

/** How many promises are broken; known to those, too, who do not see which. */
export const broken = (run) => run.phases.reduce((sum, phase) => sum + phase.breaches, 0);

/** How many expectations are held now, broken ones too. */
export function held(checks) {
  return [...checks.values()].reduce((sum, check) => sum + check.expectations.filter((e) => e.held).length, 0);
}

/** The items that are held, and cannot be seen. */
export const heldUnseen = (checks) =>
  [...checks.values()].filter((check) => check.expectations.some((e) => e.held && e.verdict === "unknown" && !e.waived));

/** The items that no phase asks for. */
export function asides(run, checks) {
  const asked = new Set(run.phases.flatMap((phase) => phase.gate.criteria.flatMap(checksOf).map(({ check }) => check)));
  return [...checks.values()].filter((check) => !asked.has(check.check)).sort(byItem);
}

function itemsOf(name, checks) {
  return [...checks.values()].filter((check) => check.check === name).sort(byItem);
}

function expectationOf(check, phase, state) {
  return check.expectations.find((e) => e.phase === phase.id && (state === undefined || e.state === state));
}

// by key, so that a card keeps its place whatever order a snapshot came in
const byItem = (a, b) => `${a.check}/${a.item}`.localeCompare(`${b.check}/${b.item}`);
