import { LitElement, css, html, nothing } from "lit";
import { span } from "../time.js";
import { mayWaive } from "../state/choices.js";
import { words } from "../words.js";
import "./age-of.js";
import { ask } from "./ask.js";
import { formStyles } from "./form-styles.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

const LANE_SIGNS = { alive: "active", finished: "met" };
const STEP_SIGNS = { running: "active", done: "met" };

/** The lanes of a script, side by side, and how far each of its steps is. What is not seen is not guessed. */
class LaneList extends LitElement {
  static properties = { phase: { attribute: false }, forecast: { attribute: false }, zone: { attribute: false } };

  static styles = [
    shared,
    signStyles,
    formStyles,
    css`
      :host > ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
        gap: 0.7rem;
      }
      .lane {
        padding: 0.8rem 1rem;
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--surface);
      }
      .lane.late,
      .lane.lost,
      .lane.failed {
        border-color: var(--not-met-line);
      }
      .lane.unknown {
        border-style: dashed;
        border-color: var(--muted);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.6rem;
        align-items: baseline;
        padding-bottom: 0.4rem;
      }
      h3 {
        font-size: 1rem;
        font-weight: 600;
      }
      .step {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.1rem 0.6rem;
        padding: 0.35rem 0;
        border-top: 1px solid var(--hairline);
      }
      .facts,
      .evidence {
        grid-column: 2 / -1;
        font-size: 0.86rem;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .late-by {
        color: var(--not-met);
      }
      .bar {
        grid-column: 2 / -1;
        width: 100%;
        height: 0.35rem;
        border-radius: 2px;
        background: var(--hairline);
      }
      .bar rect {
        fill: var(--accent);
      }
      details {
        padding-top: 0.4rem;
        border-top: 1px solid var(--hairline);
        font-size: 0.86rem;
      }
    `,
  ];

  render() {
    return html`<ul>
      ${this.phase.lanes.map((lane) => this.#lane(lane))}
    </ul>`;
  }

  #lane(lane) {
    return html`<li class="lane ${lane.state}">
      <header>
        ${sign(LANE_SIGNS[lane.state] ?? lane.state)}
        <h3>${words.lane.title(lane.id)}</h3>
        <span>${words.lane.state[lane.state]}</span>
        ${lane.percent === undefined ? nothing : html`<b>${percent(lane.percent)}</b>`}
        <span class="quiet">${silence(lane)}</span>
      </header>
      <ul>
        ${lane.steps.map((step) => this.#step(lane, step))}
      </ul>
      ${lane.unmatched === 0
        ? nothing
        : html`<details>
            <summary>${words.lane.unmatched(lane.unmatched)}</summary>
            ${lane.samples.map((line) => html`<div><code>${line}</code></div>`)}
          </details>`}
    </li>`;
  }

  #step(lane, step) {
    const expected = this.forecast?.steps.find((end) => end.lane === lane.id && end.step === step.id && end.phase === this.phase.id);
    return html`<li class="step">
      ${sign(STEP_SIGNS[step.state] ?? step.state)}
      <span><b>${step.id}</b> ${words.step.state[step.state]}</span>
      <b>${step.percent === undefined || step.state === "done" ? nothing : percent(step.percent)}</b>
      ${step.state === "running" && step.percent !== undefined
        ? html`<svg class="bar" aria-hidden="true"><rect width="${step.percent}%" height="100%" rx="2" /></svg>`
        : nothing}
      <span class="facts">${this.#facts(step, expected)}</span>
      ${hindered(lane, step) && mayWaive(this.phase)
        ? html`<span class="facts"
            ><button
              type="button"
              class="small"
              aria-label="${words.act.waive.word}: ${lane.id}/${step.id}"
              @click=${() => ask(this, "waive", `${lane.id}/${step.id}`, { phase: this.phase.id, criterion: `step/${lane.id}/${step.id}` })}
            >
              ${words.act.waive.word}…
            </button></span
          >`
        : nothing}
      ${step.state === "failed" && step.evidence ? html`<code class="evidence">${step.evidence}</code>` : nothing}
    </li>`;
  }

  #facts({ attempt, startedAt, endedAt, state }, expected) {
    return html`
      ${attempt > 1 ? words.step.attempt(attempt) : nothing}
      ${startedAt && endedAt ? words.step.took(span(Date.parse(endedAt) - Date.parse(startedAt))) : nothing}
      ${startedAt && state === "running" ? html`${words.step.since} <age-of at=${startedAt}></age-of>` : nothing}
      ${expected?.end ? `· ${words.step.doneBetween(this.zone.minute(expected.end.p50), this.zone.minute(expected.end.p90))}` : nothing}
      ${expected?.lateBySeconds ? html`<b class="late-by">· ${words.step.lateBy(span(expected.lateBySeconds * 1000))}</b>` : nothing}
    `;
  }
}

/** Rounded down: 100 % is said of what is done, and of nothing else. */
const percent = (value) => words.step.percent(Math.floor(value));

/** Whether somebody may want to go on without this step. */
const hindered = ({ state }, step) => step.state === "failed" || (step.state !== "done" && ["lost", "failed", "unknown"].includes(state));

function silence({ aliveAt, state }) {
  if (!aliveAt || state === "finished" || state === "failed") {
    return nothing;
  }
  return state === "late" || state === "lost"
    ? html`${words.lane.silent} <age-of at=${aliveAt}></age-of>`
    : html`${words.lane.lastSign} <age-of at=${aliveAt}></age-of> ${words.lane.ago}`;
}

customElements.define("lane-list", LaneList);
