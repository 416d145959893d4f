import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { chosen, shortType } from "../state/milestones.js";
import { words } from "../words.js";
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
  };

  static styles = [
    shared,
    signStyles,
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
        display: flex;
        gap: 0.9rem;
        margin: 0;
        padding: 0;
        border: 0;
        font-size: 0.86rem;
      }
      label {
        color: var(--muted);
        cursor: pointer;
      }
      label:has(:checked) {
        color: var(--ink);
        box-shadow: 0 1px 0 var(--accent);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        opacity: 0;
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
    this._filter = "changes";
  }

  render() {
    const events = chosen(this.state, this._filter).slice(0, SHOWN);
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
      </header>
      ${events.length === 0 ? html`<p class="quiet">${words.timeline.empty}</p>` : nothing}
      <ol>
        ${repeat(events, (event) => event.revision, (event) => this.#entry(event))}
      </ol>
    `;
  }

  #entry(event) {
    const type = shortType(event.type);
    return html`<li class=${type === "check.observed" || type === "step.progressed" ? "look" : ""}>
      <time datetime=${event.at} title="${this.zone.day(event.at)}, ${this.zone.id}">${this.zone.clock(event.at)}</time>
      ${sign(SIGNS[type] ?? (event.view.kind === "check" ? (event.view.verdict ?? "none") : "none"))}
      <p>
        ${event.reason}${event.view.kind === "note" ? html`: <q>${event.view.text}</q>` : nothing}
        ${event.view.kind === "rejection" ? event.view.problems.join(" ") : nothing}
      </p>
    </li>`;
  }
}

customElements.define("time-line", TimeLine);
