import { html } from "lit";
import { held, heldUnseen } from "../state/arrange.js";
import { words } from "../words.js";
import { sign } from "./sign.js";

/** What is held while nothing is known to be broken: that it can be seen, or that it cannot. */
export function heldLine(checks) {
  const count = held(checks);
  const unseen = heldUnseen(checks).length;
  if (count === 0) {
    return words.breach.none;
  }
  return unseen > 0 ? html`${sign("unknown")} ${words.breach.unseen(count, unseen)}` : html`${sign("held")} ${words.breach.allHeld(count)}`;
}
