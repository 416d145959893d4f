import { LitElement, css, html, nothing } from "lit";
import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { Asking } from "./asking.js";
import { authorField } from "./author-field.js";
import { formStyles, refusal } from "./refusal.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** What people have to do in a phase, and who did it; whoever did it says so here. */
class TaskList extends LitElement {
  static properties = {
    run: {},
    phase: { attribute: false },
    zone: { attribute: false },
    open: { type: Boolean },
    live: { type: Boolean },
  };

  static styles = [
    shared,
    signStyles,
    formStyles,
    css`
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.2rem 0.8rem;
        align-items: center;
        min-height: 3.2rem;
        border-top: 1px solid var(--hairline);
      }
      b {
        font-weight: 600;
      }
      form {
        padding: 0.6rem 0;
      }
      button {
        min-height: 2.4rem;
      }
    `,
  ];

  #asking = new Asking(this);

  render() {
    return html`
      <ul aria-label=${words.task.title}>
        ${this.phase.tasks.map((task) => this.#task(task))}
      </ul>
      ${this.open ? html`<form @submit=${(event) => event.preventDefault()}>${authorField()}</form>` : nothing}
      ${refusal(this.#asking.refused)}
    `;
  }

  #task(task) {
    return html`<li>
      ${sign(task.done ? "met" : "none")}
      <span>
        <b>${inLanguage(task.text)}</b>
        <span class="quiet">${task.done ? words.task.done : words.task.open}${this.#whose(task)}</span>
        ${evidence(task.done?.evidence)}
      </span>
      ${this.open ? this.#button(task) : nothing}
    </li>`;
  }

  #whose({ role, done }) {
    if (done) {
      return ` ${words.task.doneBy(done.by, this.zone.clock(done.at))}`;
    }
    return role ? `, ${role}` : "";
  }

  #button({ id, done, text }) {
    const word = done ? words.task.takeBack : words.task.say;
    return html`<button
      type="button"
      aria-label="${word}: ${inLanguage(text)}"
      ?disabled=${!this.live || this.#asking.busy}
      @click=${() => this.#asking.ask(this.run, { type: done ? "undone" : "done", phase: this.phase.id, task: id })}
    >
      ${word}
    </button>`;
  }
}

/** What shows that a task is done; a link only if it is one, for it was typed by somebody. */
function evidence(text) {
  if (!text) {
    return nothing;
  }
  return /^https?:\/\//.test(text) ? html`<a href=${text} target="_blank" rel="noreferrer">${words.task.evidence} ↗</a>` : html`<q>${text}</q>`;
}

customElements.define("task-list", TaskList);
