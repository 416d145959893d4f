import { LitElement, css, html, nothing } from "lit";
import { waitingFor } from "../state/waiting.js";
import { words } from "../words.js";
import "./age-of.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** Whom we wait for, and for how long already. Its place is always there. */
class WaitingLine extends LitElement {
  static properties = { state: { attribute: false } };

  static styles = [
    shared,
    signStyles,
    css`
      p {
        min-height: 2rem;
        padding-top: 0.5rem;
      }
      b {
        font-weight: 600;
      }
      .people b {
        color: var(--accent);
      }
      age-of {
        display: inline;
      }
    `,
  ];

  render() {
    const waiting = waitingFor(this.state);
    if (waiting === null) {
      return html`<p></p>`;
    }
    const { what, since, people } = waiting;
    return html`<p class=${people ? "people" : ""}>
      ${sign(people ? "awaiting-decision" : "clock")} <b>${what}</b>
      ${since ? html`<span class="quiet">${words.card.since} <age-of at=${since}></age-of></span>` : nothing}
    </p>`;
  }
}

customElements.define("waiting-line", WaitingLine);
