import { LitElement, css, html, nothing } from "lit";
import { inLanguage } from "../text.js";
import { may } from "../link/me.js";
import { words } from "../words.js";
import { Asking } from "./asking.js";
import { authorField } from "./author-field.js";
import { formStyles } from "./form-styles.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** Begins a run that is scheduled. */
class StartPanel extends LitElement {
  static properties = { run: {}, phase: { attribute: false }, live: { type: Boolean } };

  static styles = [
    shared,
    formStyles,
    css`
      section {
        margin-bottom: 1.2rem;
        padding: 1.2rem 1.4rem 1.3rem;
        border: 1px solid var(--accent);
        border-radius: var(--round);
        background: var(--accent-tint);
      }
      h2 {
        font-size: 1.9rem;
        font-weight: 600;
        line-height: 1.2;
      }
      p {
        padding: 0.25rem 0 1rem;
      }
    `,
  ];

  #asking = new Asking(this);

  render() {
    if (!may("start")) {
      return nothing;
    }
    return html`<section>
      <h2>${words.start.question}</h2>
      <p>${words.start.will(inLanguage(this.phase.title))}</p>
      <form>
        ${authorField()}
        <button type="button" class="primary" ?disabled=${!this.live || this.#asking.busy} @click=${this.#start}>
          ${words.start.button}
        </button>
      </form>
      ${refusal(this.#asking.refused)}
    </section>`;
  }

  #start() {
    this.#asking.ask(this.run, { type: "start" });
  }
}

customElements.define("start-panel", StartPanel);
