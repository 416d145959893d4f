import { LitElement, css, html, nothing } from "lit";
import { inLanguage, webAddress } from "../text.js";
import { words } from "../words.js";
import { may } from "../link/me.js";
import { mayWaive } from "../state/choices.js";
import { ask } from "./ask.js";
import { formStyles } from "./form-styles.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** What people have to do in a phase, and who did it; whoever did it says so here. */
class TaskList extends LitElement {
  static properties = {
    phase: { attribute: false },
    zone: { attribute: false },
    open: { type: Boolean },
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
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
      }
      button {
        min-height: 2.4rem;
      }
    `,
  ];

  render() {
    return html`
      <ul aria-label=${words.task.title}>
        ${this.phase.tasks.map((task) => this.#task(task))}
      </ul>
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
      ${this.open && may("done") ? this.#button(task) : nothing}
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
    const about = inLanguage(text);
    const phase = this.phase.id;
    return html`<span class="buttons">
      <button type="button" aria-label="${word}: ${about}" @click=${() => ask(this, done ? "undone" : "done", about, { phase, task: id })}>
        ${word}
      </button>
      ${done || !mayWaive(this.phase)
        ? nothing
        : html`<button
            type="button"
            class="small"
            aria-label="${words.act.waive.word}: ${about}"
            @click=${() => ask(this, "waive", about, { phase, criterion: `task/${id}` })}
          >
            ${words.act.waive.word}…
          </button>`}
    </span>`;
  }
}

/** What shows that a task is done; a link only if it is one, for it was typed by somebody. */
function evidence(text) {
  if (!text) {
    return nothing;
  }
  return webAddress(text) ? html`<a href=${text} target="_blank" rel="noreferrer">${words.task.evidence} ↗</a>` : html`<q>${text}</q>`;
}

customElements.define("task-list", TaskList);
