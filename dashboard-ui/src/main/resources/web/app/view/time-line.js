import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { addressOf } from "../link/address.js";
import { isOperator } from "../link/me.js";
import { chosen, isMilestone, shortType } from "../state/milestones.js";
import { saidIn, tellingOf } from "../state/telling.js";
import { words } from "../words.js";
import { fieldStyles, pickStyles } from "./form-styles.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

const SHOWN = 120;

const SIGNS = {
  "run.started": "active",
  "run.completed": "completed",
  "plan.rejected": "not-met",
  "run.rolledback": "rolled-back",
  "run.aborted": "aborted",
  "run.resumed": "active",
  "phase.started": "active",
  "phase.passed": "passed",
  "phase.skipped": "skipped",
  "phase.failed": "failed",
  "phase.reopened": "active",
  "decision.requested": "awaiting-decision",
  "decision.recorded": "awaiting-decision",
  "breach.detected": "breach",
  "breach.cleared": "held",
  "step.started": "active",
  "step.progressed": "active",
  "step.finished": "met",
  "step.failed": "failed",
  "lane.late": "late",
  "lane.lost": "lost",
  "lane.recovered": "met",
  "log.unmatched": "unknown",
  "task.done": "met",
  "task.undone": "none",
  "waiver.granted": "waived",
  "waiver.withdrawn": "none",
  "rollback.proposed": "not-met",
  "rollback.begun": "rolled-back",
  "rollback.abandoned": "active",
  "forecast.changed": "scheduled",
  "window.warning": "late",
  "announcement.posted": "said",
  "announcement.withdrawn": "none",
  "command.rejected": "not-met",
  "comment.posted": "said",
};

/** What happened, newest first. */
class TimeLine extends LitElement {
  static properties = {
    state: { attribute: false },
    zone: { attribute: false },
    _filter: { state: true },
    _sought: { state: true },
  };

  static styles = [
    shared,
    signStyles,
    fieldStyles,
    pickStyles,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1rem;
        align-items: baseline;
        padding-bottom: 0.5rem;
      }
      h2 {
        font-size: 1.1rem;
        font-weight: 600;
      }
      fieldset {
        font-size: 0.86rem;
      }
      label {
        color: var(--muted);
      }
      label:has(:checked) {
        color: var(--ink);
      }
      [type="search"] {
        min-height: 2rem;
        padding: 0 0.6rem;
      }
      search {
        flex-basis: 100%;
      }
      @media print {
        fieldset,
        search {
          display: none;
        }
      }
      .recorded {
        display: block;
        font-size: 0.86rem;
        color: var(--muted);
      }
      li {
        display: grid;
        grid-template-columns: auto auto 1fr;
        gap: 0 0.6rem;
        padding: 0.45rem 0;
        border-top: 1px solid var(--hairline);
        font-size: 0.92rem;
        line-height: 1.4;
      }
      time {
        color: var(--muted);
      }
      a time {
        color: inherit;
      }
      p {
        overflow-wrap: anywhere;
      }
      .look {
        color: var(--muted);
      }
      .breach {
        color: var(--not-met);
      }
    `,
  ];

  constructor() {
    super();
    this._filter = isOperator() ? "changes" : "milestones";
    this._sought = "";
  }

  render() {
    const wanted = this._sought.trim().toLowerCase();
    const found = (event) => `${this.#told(event)} ${event.reason} ${saidIn(event)} ${event.by ?? ""}`.toLowerCase().includes(wanted);
    const all = chosen(this.state, this._filter);
    const events = (wanted === "" ? all : all.filter(found)).slice(0, SHOWN);
    return html`
      <header>
        <h2>${words.timeline.title}</h2>
        <fieldset @change=${(event) => (this._filter = event.target.value)}>
          <legend class="unseen">${words.timeline.title}</legend>
          ${Object.entries(words.timeline.filters).map(
            ([filter, word]) =>
              html`<label><input type="radio" name="filter" value=${filter} ?checked=${filter === this._filter} />${word}</label>`,
          )}
        </fieldset>
        <search>
          <input
            type="search"
            aria-label=${words.timeline.search}
            placeholder=${words.timeline.search}
            .value=${this._sought}
            @input=${(event) => (this._sought = event.target.value)}
          />
        </search>
      </header>
      ${events.length === 0 ? html`<p class="quiet">${wanted === "" ? words.timeline.empty : words.timeline.nothingFound}</p>` : nothing}
      <ol>
        ${repeat(events, (event) => event.revision, (event) => this.#entry(event))}
      </ol>
    `;
  }

  #told(event) {
    return tellingOf(event, this.state.run).text;
  }

  #recorded(event) {
    const { recorded } = tellingOf(event, this.state.run);
    return recorded ? html`<span class="recorded" lang="en" title=${words.timeline.recorded}>${recorded}</span>` : nothing;
  }

  #time({ at }) {
    return html`<time datetime=${at} title="${this.zone.day(at)}, ${this.zone.id}">${this.zone.clock(at)}</time>`;
  }

  #entry(event) {
    const type = shortType(event.type);
    return html`<li class=${type === "check.observed" || type === "step.progressed" ? "look" : ""}>
      ${isMilestone(event) ? html`<a href=${addressOf(event.run, event.revision)} title=${words.past.seeThen}>${this.#time(event)}</a>` : this.#time(event)}
      ${sign(SIGNS[type] ?? (event.view.kind === "check" ? (event.view.verdict ?? "none") : "none"))}
      <p>
        ${this.#told(event)}${event.view.kind === "note" ? html`: <q>${event.view.text}</q>` : nothing}
        ${event.view.kind === "rejection" ? html`<span lang="en">${saidIn(event)}</span>` : nothing}
        ${this.#recorded(event)}
      </p>
    </li>`;
  }
}

customElements.define("time-line", TimeLine);
