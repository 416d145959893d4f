/** The tower's HTTP API, as far as the page asks it. */

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
  const wall = new URLSearchParams(location.search).get("wall");
  return `${ROOT}/${encodeURIComponent(run)}/stream${wall ? `?wall=${encodeURIComponent(wall)}` : ""}`;
}

/** All runs. */
export const runs = () => request(ROOT);

/** A key for a command: the same command sent twice with it is carried out once. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16).padStart(8, "0")).join("-");

/**
 * Asks the run for something; resolves with the event that came of it.
 *
 * @throws Refused with what is wrong, in words
 */
export function command(run, key, body) {
  return request(`${ROOT}/${encodeURIComponent(run)}/commands`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key, ...(whoAmI().csrf && { "X-CSRF-Token": whoAmI().csrf }) },
    body: JSON.stringify(body),
  });
}

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
