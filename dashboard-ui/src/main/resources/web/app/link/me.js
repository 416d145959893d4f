/** Who sits here, as the tower says it, and what they may ask for. The server refuses all the same; the page only does not offer it. */

import { isPast, runOfPage, wallLink } from "./address.js";

/** A tower that does not ask who comes is on its own machine: whoever sits there may do everything, under the name they give. */
const AT_THE_MACHINE = { name: "", roles: ["admin"], anonymous: false, view: "operator" };

const TELL = ["operator", "approver", "admin"];
const OPERATE = ["operator", "admin"];
const TELLS = new Set(["comment", "done", "undone"]);
const DECIDES = new Set(["go", "no-go", "withdraw"]);

let me = { ...AT_THE_MACHINE, view: "public", anonymous: true, roles: [] };
const listeners = new Set();

export const whoAmI = () => me;

/** Calls the listener when somebody signs in or out. */
export function onMe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the tower (again); one that cannot be reached leaves everything as it was. A plan may make somebody more in its run. */
export async function askWhoIAm() {
  const asked = new URLSearchParams({ ...(runOfPage() && { run: runOfPage() }), ...(wallLink() && { wall: wallLink() }) });
  const answer = await fetch(`/api/v1/me?${asked}`).catch(() => null);
  if (answer?.ok) {
    me = await answer.json();
  } else if (answer?.status === 404) {
    me = AT_THE_MACHINE;
  } else {
    return;
  }
  listeners.forEach((listener) => listener());
}

/** Whether this person may ask for a command of this type at all; nobody changes what was. */
export function may(type) {
  const wanted = TELLS.has(type) || DECIDES.has(type) ? TELL : OPERATE;
  return !isPast() && isOperator() && me.roles.some((role) => wanted.includes(role));
}

/** Whether all is shown; the public and a wall are shown less. */
export const isOperator = () => me.view === "operator";

export const isAdmin = () => !isPast() && isOperator() && me.roles.includes("admin");

/** Whether this person may decide here: where the plan names people, only they; whoever has no name yet has to give one. */
export const mayDecide = ({ people }) => may("go") && (people.length === 0 || !me.name || people.includes(me.name));
