import { LitElement, css, html, nothing } from "lit";
import { words } from "../words.js";
import { ask } from "./ask.js";
import { formStyles } from "./form-styles.js";
import { shared } from "./shared.js";

/** What can be asked for beside what is asked for now: there when it is looked for, out of the way when not. */
class ChoiceRow extends LitElement {
  static properties = { choices: { attribute: false }, about: {}, body: { attribute: false }, label: {} };

  static styles = [
    shared,
    formStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        font-size: 0.86rem;
      }
    `,
  ];

  render() {
    return this.choices.length === 0
      ? nothing
      : html`<span class="quiet">${this.label}</span> ${this.choices.map(
            (type) =>
              html`<button type="button" class="small" @click=${() => ask(this, type, this.about, this.body)}>
                ${words.act[type].word}…
              </button>`,
          )}`;
  }
}

customElements.define("choice-row", ChoiceRow);
