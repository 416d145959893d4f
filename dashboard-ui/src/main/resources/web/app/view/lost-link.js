import { LitElement, css, html } from "lit";
import { words } from "../words.js";
import "./age-of.js";
import { shared } from "./shared.js";

/** Says that what is shown is not now, why, and how old it is. Lies over the page: nothing is pushed away. */
class LostLink extends LitElement {
  static properties = { since: { type: Number }, why: {} };

  static styles = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 2;
        right: 0;
        bottom: 0;
        left: 0;
      }
      p {
        padding: 0.9rem 1.5rem;
        background: var(--ink);
        color: var(--ground);
        text-align: center;
        font-size: 1.15rem;
        font-weight: 600;
      }
      age-of {
        display: inline;
      }
    `,
  ];

  render() {
    return html`<p role="status">
      ${words.link.why[this.why]} ${words.link.whatYouSee} <age-of aria-live="off" .at=${this.since}></age-of> ${words.link.old}
    </p>`;
  }
}

customElements.define("lost-link", LostLink);
