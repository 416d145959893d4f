import { LitElement, css, html } from "lit";
import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { Asking } from "./asking.js";
import { authorField } from "./author-field.js";
import { formStyles, refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** Begins a run that is scheduled. */
class StartPanel extends LitElement {
  static properties = { run: {}, phase: { attribute: false }, live: { type: Boolean } };

  static styles = [
    shared,
    formStyles,
    css`
      form {
        align-items: center;
      }
    `,
  ];

  #asking = new Asking(this);

  render() {
    return html`<form @submit=${this.#submit}>
        ${authorField()}
        <button class="primary" ?disabled=${!this.live || this.#asking.busy}>${words.start.button}</button>
        <span class="quiet">${this.phase ? words.start.will(inLanguage(this.phase.title)) : ""}</span>
      </form>
      ${refusal(this.#asking.refused)}`;
  }

  #submit(event) {
    event.preventDefault();
    this.#asking.ask(this.run, { type: "start" });
  }
}

customElements.define("start-panel", StartPanel);
