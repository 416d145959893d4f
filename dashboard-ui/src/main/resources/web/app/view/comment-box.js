import { LitElement, css, html } from "lit";
import { words } from "../words.js";
import { draft, keep } from "../link/drafts.js";
import { Asking } from "./asking.js";
import { authorField } from "./author-field.js";
import { formStyles } from "./form-styles.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** A sentence for the record, so that the next shift finds it where everything else stands. */
class CommentBox extends LitElement {
  static properties = { run: {}, live: { type: Boolean } };

  static styles = [
    shared,
    formStyles,
    css`
      summary {
        padding: 0.4rem 0;
        color: var(--accent);
      }
      summary::before {
        content: "+ ";
      }
      [open] summary::before {
        content: "− ";
      }
      label.wide {
        flex-basis: 100%;
      }
      label.name {
        flex: 1;
      }
    `,
  ];

  #asking = new Asking(this);

  get #draft() {
    return `${this.run}/comment`;
  }

  render() {
    return html`<details>
      <summary>${words.comment.label}</summary>
      <form @submit=${this.#submit} @input=${(event) => keep(this.#draft, { fields: { text: event.currentTarget.elements.text.value } })}>
        <label class="wide">
          <span class="unseen">${words.comment.label}</span>
          <input name="text" required maxlength="1000" autocomplete="off" placeholder=${words.comment.placeholder} .value=${draft(this.#draft).fields?.text ?? ""} />
        </label>
        ${authorField()}
        <button ?disabled=${!this.live || this.#asking.busy}>${words.comment.button}</button>
      </form>
      ${refusal(this.#asking.refused)}
    </details>`;
  }

  async #submit(event) {
    event.preventDefault();
    const { text } = event.target.elements;
    if (await this.#asking.ask(this.run, { type: "comment", text: text.value.trim() })) {
      text.value = "";
    }
  }
}

customElements.define("comment-box", CommentBox);
