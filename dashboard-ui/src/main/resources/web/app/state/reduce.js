/**
 * What the page knows, as a fold of the frames of the stream. Pure: no document, no clock, no network.
 *
 * A view that comes with an event replaces the one with its key; what a view means was decided by the aggregator.
 */

import { isHidden } from "./telling.js";

const EVENTS_KEPT = 300;
const LOOKS_KEPT = 100;
const TRAIL_KEPT = 90;
const LOOKS = new Set(["dev.migrationtower.check.observed.v1", "dev.migrationtower.step.progressed.v1"]);
const PLANS = new Set(["dev.migrationtower.plan.loaded.v1", "dev.migrationtower.plan.changed.v1"]);

/** The state before the first frame. */
export function nothingYet() {
  return {
    /** The revision that all below reflects. */
    revision: 0,
    /** The revision that the server said it has; until it is reached, what is shown is behind. */
    promised: 0,
    run: null,
    /** `check/item` to its newest view. */
    checks: new Map(),
    /** What happened, newest first, without the mere looks, which are many: they would push the rest out. */
    events: [],
    looks: [],
    /** `check/item` to the course of its number: `[{at, value}]`, oldest first. */
    trails: new Map(),
    probes: [],
    oldestEvidenceAge: null,
    heartbeatSeconds: 15,
    /** Since when the server itself cannot read the record, and so knows nothing new; null if it can. */
    recordLostSince: null,
    /** A revision is missing: only a snapshot helps. */
    torn: false,
    frames: 0,
    gaps: 0,
    repeats: 0,
  };
}

/** The state after these frames `{type, data}`, in their order; the given state is left as it is. */
export function fold(state, frames) {
  const next = { ...state, checks: new Map(state.checks), trails: new Map(state.trails) };
  for (const { type, data } of frames) {
    next.frames++;
    (special[type] ?? happened)(next, data);
  }
  return next;
}

/** Whether the state has reached what the server said it has, and the server sees what happens. */
export const isCurrent = (state) =>
  state.run !== null && !state.torn && state.recordLostSince === null && state.revision >= state.promised;

const special = {
  hello(state, { revision, heartbeatSeconds }) {
    state.promised = revision;
    state.heartbeatSeconds = heartbeatSeconds;
  },

  snapshot(state, { revision, run, checks, events }) {
    state.revision = revision;
    state.promised = revision;
    state.torn = false;
    state.run = run;
    state.checks = new Map(checks.map((check) => [keyOf(check), check]));
    state.trails = new Map();
    state.events = [];
    state.looks = [];
    for (const event of [...events].sort((a, b) => a.revision - b.revision)) {
      remember(state, event);
    }
    checks.forEach((check) => follow(state, check));
  },

  heartbeat(state, { oldestEvidenceAge, recordLostSince }) {
    state.recordLostSince = recordLostSince ?? null;
    state.oldestEvidenceAge = oldestEvidenceAge ?? null;
  },

  probes(state, probes) {
    state.probes = probes;
  },
};

function happened(state, event) {
  if (event.revision <= state.revision) {
    state.repeats++;
    return;
  }
  if (state.torn || event.revision > state.revision + 1) {
    state.gaps += state.torn ? 0 : 1;
    state.torn = true;
    return;
  }
  state.revision = event.revision;
  if (PLANS.has(event.type)) {
    state.checks.clear(); // what the plan looks at is told next
  }
  replace(state, event.view);
  remember(state, event);
}

function replace(state, view) {
  switch (view.kind) {
    case "run":
      state.run = view;
      break;
    case "phase":
      state.run = { ...state.run, phases: state.run.phases.map((phase) => (phase.id === view.id ? view : phase)) };
      break;
    case "forecast":
      state.run = { ...state.run, forecast: view };
      break;
    case "check":
      state.checks.set(keyOf(view), view);
      break;
    default: // a note or a rejection changes nothing but the record
  }
}

function remember(state, event) {
  if (isHidden(event)) {
    return;
  }
  const kept = LOOKS.has(event.type) ? "looks" : "events";
  state[kept] = [event, ...state[kept]].slice(0, LOOKS.has(event.type) ? LOOKS_KEPT : EVENTS_KEPT);
  if (event.view.kind === "check") {
    follow(state, event.view);
  }
}

/** The quantities that people watch move, the first that is there; a status is a number, and not a quantity. */
const QUANTITIES = ["sessions", "dataSize", "disk", "bytes", "used", "count", "running"];

/** `{name, value}` of what a look at a check counted; undefined if it counted nothing. */
export function quantityOf(check) {
  const values = check.saw?.values ?? {};
  const name = QUANTITIES.find((candidate) => typeof values[candidate] === "number");
  return name && { name, value: values[name] };
}

function follow(state, check) {
  const quantity = quantityOf(check);
  if (!quantity) {
    return;
  }
  const key = keyOf(check);
  const trail = state.trails.get(key) ?? [];
  const at = Date.parse(check.saw.observedAt);
  if (trail.length === 0 || trail.at(-1).at < at) {
    state.trails.set(key, [...trail, { at, value: quantity.value }].slice(-TRAIL_KEPT));
  }
}

const keyOf = ({ check, item }) => `${check}/${item}`;
