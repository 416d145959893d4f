/** The server's clock, as far as the page can know it, and the one ticker that everything which ages is moved by. */

let offset = 0;
let stopped = null;
const listeners = new Set();

/** What the server's clock said when the browser's said this. */
export const toServerTime = (browserMillis) => browserMillis + offset;

/** Milliseconds since the epoch, by the server's clock: a laptop with a wrong clock must not tell wrong ages. Whoever looks back is told what it was then. */
export const now = () => stopped ?? toServerTime(Date.now());

/** Takes over what the server said its time is. */
export function setServerTime(serverTime) {
  offset = Date.parse(serverTime) - Date.now();
}

/** Calls the listener about once a second, all listeners at once; gives back how to stop it. */
export function everySecond(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From now on it is this instant, in milliseconds, for everything on the page, until it is told another. */
export function standAt(millis) {
  stopped = millis;
  tick();
}

const tick = () => listeners.forEach((listener) => listener());

setInterval(tick, 1000);
