import { LitElement, html } from "lit";
import { words } from "../words.js";
import { Asking } from "./asking.js";
import { authorField } from "./author-field.js";
import { formStyles, refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** A sentence for the record, so that the next shift finds it where everything else stands. */
class CommentBox extends LitElement {
  static properties = { run: {}, live: { type: Boolean } };

  static styles = [shared, formStyles];

  #asking = new Asking(this);

  render() {
    return html`<form @submit=${this.#submit}>
        <label class="wide">
          ${words.comment.label}
          <input name="text" required maxlength="1000" autocomplete="off" placeholder=${words.comment.placeholder} />
        </label>
        ${authorField()}
        <button ?disabled=${!this.live || this.#asking.busy}>${words.comment.button}</button>
      </form>
      ${refusal(this.#asking.refused)}`;
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
