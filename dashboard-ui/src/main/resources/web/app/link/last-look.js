/** What of a run was on this browser's screen last, so that whoever comes back is told what was missed. */

const KEY = "tower.seen.";
const AWAY_MS = 10 * 60_000;

/** Keeps it. */
export const look = (run, { revision, at, end }) => localStorage.setItem(KEY + run, JSON.stringify({ revision, at, end }));

/** `{revision, at, end}` if that was long enough ago to be called an absence; else null. */
export function lastLook(run, now) {
  try {
    const seen = JSON.parse(localStorage.getItem(KEY + run));
    return seen !== null && now - seen.at >= AWAY_MS ? seen : null;
  } catch {
    return null;
  }
}
