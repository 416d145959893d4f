import { LitElement, css, html } from "lit";
import { span } from "../time.js";
import { words } from "../words.js";
import { shared } from "./shared.js";
import { Ticking } from "./ticking.js";

/** Says that what is shown is not now, and how old it is. Goes by the browser's own clock: the server's cannot be heard. */
class LostLink extends LitElement {
  static properties = { since: { type: Number } };

  static styles = [
    shared,
    css`
      :host {
        position: sticky;
        z-index: 1;
        top: 0;
      }
      p {
        margin-top: 0.6rem;
        padding: 0.7rem 1.1rem;
        border: 2px dashed var(--ink);
        border-radius: var(--round);
        background: var(--ground);
        font-size: 1.1rem;
        font-weight: 600;
      }
    `,
  ];

  #ticking = new Ticking(this);

  render() {
    return html`<p role="status">
      ${words.link.lostLong} <span aria-live="off">${span(Date.now() - this.since)}</span> ${words.link.old}
    </p>`;
  }
}

customElements.define("lost-link", LostLink);
