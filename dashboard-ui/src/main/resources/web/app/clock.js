/** The server's clock, as far as the page can know it, and the one ticker that everything which ages is moved by. */

let offset = 0;
const listeners = new Set();

/** What the server's clock said when the browser's said this. */
export const toServerTime = (browserMillis) => browserMillis + offset;

/** Milliseconds since the epoch, by the server's clock: a laptop with a wrong clock must not tell wrong ages. */
export const now = () => toServerTime(Date.now());

/** Takes over what the server said its time is. */
export function setServerTime(serverTime) {
  offset = Date.parse(serverTime) - Date.now();
}

/** Calls the listener about once a second, all listeners at once; gives back how to stop it. */
export function everySecond(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

setInterval(() => listeners.forEach((listener) => listener()), 1000);
