import { LitElement, css, html, nothing } from "lit";
import { now } from "../clock.js";
import { draft, keep } from "../link/drafts.js";
import { span } from "../time.js";
import { words } from "../words.js";
import { Asking } from "./asking.js";
import { authorField } from "./author-field.js";
import { formStyles } from "./form-styles.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** Whoever reads the record later must not have to guess; the same list as the server's. */
const REASONED = new Set(["abort", "waive", "skip", "fail", "begin-rollback"]);
const GRAVE = new Set(["abort", "begin-rollback", "fail"]);
const HOURS = [1, 2, 4, 8];

/**
 * The question before a command: what it will do, why, what takes it back. It goes with the revision that was on the page when it
 * opened, so that what changed meanwhile is told. What was typed is kept until the command is carried out.
 */
class AskDialog extends LitElement {
  static properties = { run: {}, revision: { type: Number }, live: { type: Boolean }, _question: { state: true } };

  static styles = [
    shared,
    formStyles,
    css`
      dialog {
        width: min(38rem, calc(100vw - 2rem));
        padding: 1.5rem 1.6rem;
        border: 1px solid var(--field-line);
        border-radius: var(--round);
        background: var(--surface);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.6);
      }
      h2 {
        font-size: 1.5rem;
        font-weight: 600;
        line-height: 1.2;
      }
      p {
        padding-top: 0.5rem;
      }
      form {
        padding-top: 1rem;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        flex-basis: 100%;
      }
      label.wide {
        flex-basis: 100%;
      }
    `,
  ];

  #asking = new Asking(this);

  /** Opens with a question `{type, about, body}`. */
  async open(question) {
    this._question = { ...question, seen: this.revision };
    this.#asking.show(false, null);
    await this.updateComplete;
    this.renderRoot.querySelector("dialog").showModal();
  }

  render() {
    if (!this._question) {
      return nothing;
    }
    const { type, about } = this._question;
    const act = words.act[type];
    return html`<dialog aria-labelledby="question" @close=${() => (this._question = null)}>
      <h2 id="question">${act.title(about)}</h2>
      <p>${act.will}</p>
      <p class="quiet">${words.ask.opposite(act.back)}</p>
      <form @submit=${this.#submit} @input=${this.#keep}>
        ${this.#fields(type)} ${authorField()}
        <span class="buttons">
          <button class=${GRAVE.has(type) ? "grave" : "primary"} ?disabled=${!this.live || this.#asking.busy}>${act.word}</button>
          <button type="button" @click=${this.#close}>${words.ask.cancel}</button>
        </span>
      </form>
      ${this.live ? nothing : html`<p class="quiet">${words.ask.stale}</p>`} ${refusal(this.#asking.refused)}
    </dialog>`;
  }

  #fields(type) {
    const text = (name, label, required) =>
      html`<label class="wide"
        >${label}<input name=${name} maxlength="500" autocomplete="off" ?required=${required} .value=${this.#draft()[name] ?? ""}
      /></label>`;
    if (type === "announce") {
      return [text("en", words.act.announce.en, false), text("fr", words.act.announce.fr, false)];
    }
    return [
      type === "done" ? text("evidence", words.ask.evidence, false) : nothing,
      text("reason", REASONED.has(type) ? words.ask.reasonNeeded : words.ask.reason, REASONED.has(type)),
      type === "waive" ? this.#until() : nothing,
    ];
  }

  #until() {
    return html`<label class="wide"
      >${words.ask.until}
      <select name="hours">
        <option value="">—</option>
        ${HOURS.map((hours) => html`<option value=${hours}>+ ${span(hours * 3_600_000)}</option>`)}
      </select>
    </label>`;
  }

  get #name() {
    const { type, body } = this._question;
    return `${this.run}/${type}/${JSON.stringify(body)}`;
  }

  #draft() {
    return draft(this.#name).fields ?? {};
  }

  #keep(event) {
    keep(this.#name, { fields: Object.fromEntries(new FormData(event.currentTarget)) });
  }

  #close() {
    this.renderRoot.querySelector("dialog").close();
  }

  async #submit(event) {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.target));
    const { type, body, seen } = this._question;
    const done = await this.#asking.ask(this.run, { type, ...body, ...sent(type, typed), revision: seen }, this.#name);
    if (done) {
      this.#close();
    } else if (this._question) {
      this._question = { ...this._question, seen: this.revision }; // what changed meanwhile was told: to ask again is to have seen it
    }
  }
}

/** What was typed, as the command has it: what was left empty is not there. */
function sent(type, { reason, evidence, hours, en, fr }) {
  const filled = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value?.trim()));
  return {
    ...filled({ reason, evidence }),
    ...(type === "announce" && { text: filled({ en, fr }) }),
    ...(hours && { until: new Date(now() + hours * 3_600_000).toISOString() }),
  };
}

customElements.define("ask-dialog", AskDialog);
