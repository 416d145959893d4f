import { LitElement, css, html, nothing } from "lit";
import { otherRun } from "../link/address.js";
import { comparison, Refused, runs } from "../link/api.js";
import { inLanguage } from "../text.js";
import { isoSpan, span } from "../time.js";
import { locale } from "../language.js";
import { words } from "../words.js";
import { fieldStyles } from "./form-styles.js";
import "./me-strip.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** Two runs side by side: what took how long, whom they waited for, what broke, and what their plans do not have in common. */
class ComparePage extends LitElement {
  static properties = { run: {}, _runs: { state: true }, _compared: { state: true }, _refused: { state: true } };

  static styles = [
    shared,
    fieldStyles,
    css`
      main {
        max-width: 76rem;
        margin: 0 auto;
        padding: 1.4rem clamp(1rem, 2.2vw, 2.5rem) 4rem;
      }
      .strip {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.4rem;
        align-items: baseline;
      }
      me-strip {
        margin-left: auto;
      }
      h1 {
        padding: 1.2rem 0 0.6rem;
        font-size: clamp(1.5rem, 1.2rem + 0.9vw, 2.05rem);
        font-weight: 600;
        line-height: 1.2;
      }
      h2 {
        padding: 2rem 0 0.5rem;
        font-size: 1.2rem;
        font-weight: 600;
      }
      label {
        display: block;
        color: var(--muted);
      }
      select {
        width: auto;
        max-width: 100%;
      }
      .frame {
        overflow-x: auto;
      }
      /* the tables stand under one another, and so do their columns */
      table {
        width: 100%;
        table-layout: fixed;
        border-collapse: collapse;
      }
      thead td {
        width: 30%;
      }
      thead th:nth-child(4) {
        width: 15%;
        overflow-wrap: normal;
      }
      th,
      td {
        padding: 0.45rem 0.9rem 0.45rem 0;
        border-bottom: 1px solid var(--hairline);
        text-align: left;
        vertical-align: baseline;
      }
      thead th {
        font-weight: 400;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      tbody th,
      td {
        overflow-wrap: anywhere;
      }
      tbody th {
        font-weight: 600;
      }
      tr.step th {
        padding-left: 1.2rem;
        font-weight: 400;
      }
      small {
        display: block;
        font-size: 0.86rem;
        color: var(--muted);
      }
      .slower {
        color: var(--not-met);
        font-weight: 600;
      }
      @media (max-width: 40rem) {
        th,
        td {
          padding-right: 0.5rem;
          font-size: 0.92rem;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    document.title = `${words.compare.title} · ${this.run}`;
    this.#load();
  }

  render() {
    return html`<main>
      <div class="strip"><a href="/runs/${encodeURIComponent(this.run)}">${words.compare.back(this.run)}</a> <me-strip></me-strip></div>
      <h1>${words.compare.title}</h1>
      ${this.#choice()} ${refusal(this._refused)} ${this._compared ? this.#tables(this._compared) : nothing}
    </main>`;
  }

  #choice() {
    if (!this._runs) {
      return nothing;
    }
    const others = this._runs.filter(({ run }) => run !== this.run);
    return others.length === 0
      ? html`<p>${words.compare.alone}</p>`
      : html`<label
          >${words.compare.with(this.run)}
          <select @change=${(event) => this.#choose(event.target.value)}>
            <option value="" ?selected=${!otherRun()}>${words.compare.choose}</option>
            ${others.map(
              ({ run, title, mode, state }) =>
                html`<option value=${run} ?selected=${run === otherRun()}>
                  ${run}: ${inLanguage(title)}, ${words.compare.modes[mode]}, ${words.runState[state]}
                </option>`,
            )}
          </select></label
        >`;
  }

  #tables({ here, there, phases, checks, plan }) {
    const heads = html`<th scope="col">${here.run}<small>${words.compare.modes[here.mode]}</small></th>
      <th scope="col">${there.run}<small>${words.compare.modes[there.mode]}</small></th>`;
    return html`
      <h2 id="whole">${words.compare.whole}</h2>
      ${this.#table("whole", html`${heads}<th scope="col">${words.compare.ratio}</th>`, [
        this.#row(words.compare.took, taken(here), taken(there), ratio(here.seconds, there.seconds)),
        this.#row(words.compare.waited, waited(here), waited(there), nothing),
        this.#row(words.compare.breaches, here.breaches, there.breaches, nothing),
        this.#row(words.compare.flips, here.flips, there.flips, nothing),
        this.#row(words.compare.planVersion, here.planVersion, there.planVersion, nothing),
      ])}
      <h2 id="phases">${words.compare.phases}</h2>
      ${this.#table("phases", html`${heads}<th scope="col">${words.compare.ratio}</th>`, phases.flatMap((phase) => this.#phase(phase)))}
      <h2 id="checks">${words.compare.checks}</h2>
      ${checks.length === 0
        ? html`<p class="quiet">${words.compare.allSteady}</p>`
        : this.#table(
            "checks",
            heads,
            checks.map((check) => this.#row(inLanguage(check.title), words.compare.unsteady(check.here), words.compare.unsteady(check.there))),
          )}
      <h2 id="plan">${words.compare.plan}</h2>
      ${plan.length === 0
        ? html`<p class="quiet">${words.compare.samePlan}</p>`
        : this.#table(
            "plan",
            heads,
            plan.map((one) => this.#row(one.subject, said(one.here), said(one.there))),
          )}
    `;
  }

  #table(label, heads, rows) {
    return html`<div class="frame" tabindex="0" role="group" aria-labelledby=${label}>
      <table aria-labelledby=${label}>
        <thead>
          <tr>
            <td></td>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
  }

  #row(name, here, there, last) {
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${here}</td>
      <td>${there}</td>
      ${last === undefined ? nothing : html`<td>${last}</td>`}
    </tr>`;
  }

  #phase({ title, here, there, steps }) {
    return [
      html`<tr>
        <th scope="row">${inLanguage(title)}</th>
        <td>${this.#facts(here)}</td>
        <td>${this.#facts(there)}</td>
        <td>${ratio(here?.seconds, there?.seconds)}</td>
      </tr>`,
      ...steps.map(
        ({ lane, step, here, there }) =>
          html`<tr class="step">
            <th scope="row">${lane} · ${step}</th>
            <td>${this.#step(here)}</td>
            <td>${this.#step(there)}</td>
            <td>${ratio(here?.seconds, there?.seconds)}</td>
          </tr>`,
      ),
    ];
  }

  #facts(phase) {
    if (!phase) {
      return html`<span class="quiet">${words.compare.absent}</span>`;
    }
    const { state, seconds, waitedSeconds, breaches } = phase;
    return html`${seconds === undefined ? words.phaseState[state] : took(seconds)}
    ${waitedSeconds > 0 ? html`<small>${words.compare.ofItWaited(took(waitedSeconds))}</small>` : nothing}
    ${breaches > 0 ? html`<small class="slower">${words.phase.broken(breaches)}</small>` : nothing}`;
  }

  #step(step) {
    if (!step) {
      return html`<span class="quiet">${words.compare.absent}</span>`;
    }
    return html`${step.seconds === undefined ? words.step.state[step.state] : took(step.seconds)}
    ${step.attempts > 1 ? html`<small>${words.step.attempt(step.attempts)}</small>` : nothing}`;
  }

  #choose(run) {
    const address = new URL(location.href);
    address.searchParams.set("with", run);
    location.assign(address);
  }

  async #load() {
    try {
      this._runs = await runs();
      if (otherRun()) {
        this._compared = await comparison(this.run, otherRun());
      }
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      this._refused = problem;
    }
  }
}

const took = (seconds) => span(seconds * 1000);
const taken = ({ seconds, state }) => (seconds === undefined ? words.runState[state] : took(seconds));
const waited = ({ waitedSeconds }) => took(waitedSeconds);
/** Durations in a plan as people say them. */
const said = (text) => (text === undefined ? html`<span class="quiet">${words.compare.absent}</span>` : text.replace(/\bPT[\dHMS.]+/g, isoSpan));

/** How much longer it took here than there; a tenth is no difference worth a colour. */
function ratio(here, there) {
  if (!here || !there) {
    return nothing;
  }
  const times = here / there;
  return html`<span class=${times > 1.1 ? "slower" : ""}>${times.toLocaleString(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 })}×</span>`;
}

customElements.define("compare-page", ComparePage);
