/** The tower's HTTP API, as far as the page asks it. */

import { wallLink } from "./address.js";
import { whoAmI } from "./me.js";
import { words } from "../words.js";

const ROOT = "/api/v1/runs";

/** A request that was refused or, with `answered` false, got no answer, or, with
 * `signedOut`, came from nobody any more; `problems` says what is wrong, a sentence each. */
export class Refused extends Error {
  constructor(title, detail, { answered = true, signedOut = false, problems = [] } = {}) {
    super(title);
    this.detail = detail;
    this.answered = answered;
    this.signedOut = signedOut;
    this.problems = problems.map((problem) => (typeof problem === "string" ? problem : problem.message));
  }
}

/** The address of a run's stream. */
export function streamOf(run) {
  return `${ROOT}/${encodeURIComponent(run)}/stream${wallLink() ? `?wall=${encodeURIComponent(wallLink())}` : ""}`;
}

/** All runs. */
export const runs = () => request(ROOT);

/** From when to when the record of a run goes: `{first, last, events}`, each `{revision, at, type}`. */
export const outlineOf = (run) => request(`${ROOT}/${encodeURIComponent(run)}/past/outline`);

/** A run as it stood at an instant or a revision: `{at, state}`. */
export const runAsOf = (run, at) => request(`${ROOT}/${encodeURIComponent(run)}/past?${new URLSearchParams({ at })}`);

/** The events after a revision, so many at the most. */
export const eventsAfter = (run, after, limit) =>
  request(`${ROOT}/${encodeURIComponent(run)}/events?${new URLSearchParams({ after, limit })}`);

/** How two runs differ. */
export const comparison = (run, other) =>
  request(`${ROOT}/${encodeURIComponent(run)}/comparison?${new URLSearchParams({ with: other })}`);

/** The address of all that proves how a run went. */
export const evidenceOf = (run) => `${ROOT}/${encodeURIComponent(run)}/evidence.zip`;

/** A key for a command: the same command sent twice with it is carried out once. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16).padStart(8, "0")).join("-");

/**
 * Asks the run for something; resolves with the event that came of it.
 *
 * @throws Refused with what is wrong, in words
 */
export const command = (run, key, body) => request(`${ROOT}/${encodeURIComponent(run)}/commands`, changing("POST", key, body));

/** The screens that are let in: `[{id, label, by, until, href}]`. */
export const walls = (run) => request(wallsOf(run));

/** Lets a screen in. */
export const openWall = (run, key, label) => request(wallsOf(run), changing("POST", key, label ? { label } : {}));

/** Closes the link of a screen. */
export const closeWall = (run, link) => request(`${wallsOf(run)}/${encodeURIComponent(link)}`, changing("DELETE", newKey()));

const wallsOf = (run) => `${ROOT}/${encodeURIComponent(run)}/wall-links`;

const changing = (method, key, body) => ({
  method,
  headers: {
    "Idempotency-Key": key,
    ...(body && { "Content-Type": "application/json" }),
    ...(whoAmI().csrf && { "X-CSRF-Token": whoAmI().csrf }),
  },
  ...(body && { body: JSON.stringify(body) }),
});

/** @throws Refused if there is nobody of this name and password */
export const signIn = (name, password) =>
  request("/api/v1/sign-in", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ name, password }) });

/** Ends the session of this browser. */
export const signOut = () => request("/api/v1/sign-out", { method: "POST", headers: { "X-CSRF-Token": whoAmI().csrf ?? "" } });

async function request(address, options) {
  const answer = await fetch(address, options).catch((cause) => {
    throw new Refused(words.request.noAnswer, words.request.again(cause.message), { answered: false });
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refused(body.title ?? words.request.status(answer.status), body.detail ?? "", {
      answered: answer.status < 500,
      signedOut: answer.status === 401,
      problems: body.problems,
    });
  }
  return body;
}
