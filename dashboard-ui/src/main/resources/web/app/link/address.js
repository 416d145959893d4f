/** What the page's own address says. */

const [, run, under] = /^\/runs\/([^/]+)(?:\/(wall|compare))?/.exec(location.pathname) ?? [];
const asked = new URLSearchParams(location.search);

/** The run that is looked at; undefined on pages of no run. */
export const runOfPage = () => run && decodeURIComponent(run);

/** Whether it is looked at from far away. */
export const isWall = () => under === "wall";

/** Whether it is laid beside another. */
export const isComparison = () => under === "compare";

/** The run beside it; null if none was chosen. */
export const otherRun = () => asked.get("with");

/** The link by which a screen is let in; null without. */
export const wallLink = () => asked.get("wall");

/** The instant or revision as which the run is looked at; empty: its beginning; null: as it is now. */
export const instantAsked = () => asked.get("at");

/** Whether what is shown was, and is not. */
export const isPast = () => instantAsked() !== null;

/** The address of a run as it stood at an instant or a revision. */
export const addressOf = (run, at) => `/runs/${encodeURIComponent(run)}?${new URLSearchParams({ at })}`;

/** Lets the address of this page say which moment it shows, so that it can be handed on. */
export function showInstant(at) {
  const address = new URL(location.href);
  address.searchParams.set("at", at);
  history.replaceState(null, "", address);
}
