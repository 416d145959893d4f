import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { instantAsked, isPast } from "../link/address.js";
import { PastLink } from "../link/past-link.js";
import { RunLink } from "../link/run-link.js";
import { inLanguage } from "../text.js";
import { tellingOf } from "../state/telling.js";
import { asides, currentPhase, nextPhase } from "../state/arrange.js";
import { isMilestone } from "../state/milestones.js";
import { Zone } from "../time.js";
import { words } from "../words.js";
import { isOperator, may, onMe } from "../link/me.js";
import { choicesOfRun } from "../state/choices.js";
import "./absence-note.js";
import "./ask-dialog.js";
import "./breach-list.js";
import "./check-grid.js";
import "./choice-row.js";
import "./comment-box.js";
import "./forecast-line.js";
import "./lost-link.js";
import "./notice-list.js";
import "./page-footer.js";
import "./past-bar.js";
import "./phase-section.js";
import "./record-links.js";
import "./run-header.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";
import "./start-panel.js";
import { tellTab } from "./tab.js";
import "./time-line.js";
import "./waiting-line.js";
import "./wall-links.js";
import "./window-line.js";

/** How long a sentence takes to be heard. */
const SPOKEN_MS = 5000;

/** The whole page of one run, in the order of attention. */
class RunPage extends LitElement {
  static properties = { run: {} };

  static styles = [
    shared,
    css`
      .bands {
        position: sticky;
        z-index: 1;
        top: 0;
      }
      .band {
        padding: 0.4rem 1.5rem;
        text-align: center;
        font-weight: 600;
        color: var(--on-band);
        background: var(--band);
      }
      .band.rehearsal {
        color: var(--on-rehearsal);
        background: var(--rehearsal);
      }
      .band.past {
        border-bottom: 2px solid var(--past-line);
        color: var(--on-past);
        background: repeating-linear-gradient(-45deg, var(--past-ground) 0 14px, var(--past-stripe) 14px 28px);
      }
      .page {
        max-width: 112rem;
        margin: 0 auto;
        padding: 0 clamp(1rem, 2.2vw, 2.5rem);
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(19rem, 27%);
        gap: 0 clamp(1.5rem, 3vw, 3.5rem);
        padding: 1.2rem 0 2rem;
      }
      aside {
        display: grid;
        gap: 1.2rem;
        align-content: start;
      }
      time-line {
        max-height: 75vh;
        overflow-y: auto;
      }
      .asides {
        padding: 1rem 0 0 3.2rem;
      }
      .way-back {
        margin: 1.4rem 0 0.4rem 3.2rem;
        font-size: 0.86rem;
        font-weight: 400;
        color: var(--muted);
      }
      .door {
        justify-content: center;
      }
      .of-run {
        padding-bottom: 1.2rem;
      }
      @media print {
        comment-box,
        ask-dialog,
        choice-row {
          display: none;
        }
        .columns {
          display: block;
        }
        time-line {
          max-height: none;
          overflow: visible;
        }
      }
      .waiting {
        padding: 20vh 0;
        text-align: center;
        font-size: 1.3rem;
        color: var(--muted);
      }
      .page > :not(header),
      header > *,
      .band {
        transition: filter 0.8s;
      }
      :host([lost]) .page > :not(header),
      :host([lost]) header > :not(lost-link),
      :host([lost]) .band {
        filter: grayscale(1) opacity(0.72);
      }
      @media (max-width: 64rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
          gap: 2rem;
        }
        time-line {
          max-height: none;
        }
        .asides {
          padding-left: 0;
        }
      }
    `,
  ];

  #link = null;
  #stopMe;
  #spoken = { revision: 0, at: 0, text: "" };

  connectedCallback() {
    super.connectedCallback();
    const changed = () => this.requestUpdate();
    this.#link = isPast() ? new PastLink(this.run, instantAsked(), changed) : new RunLink(this.run, changed);
    document.documentElement.classList.toggle("past", isPast());
    this.#stopMe = onMe(() => this.requestUpdate());
    this.addEventListener("ask", ({ detail }) => this.renderRoot.querySelector("ask-dialog").open(detail));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#link.close();
    this.#stopMe();
  }

  render() {
    const { state, oldSince, unknownRun, why } = this.#link;
    const status = why === null ? this.#link.status : "lost";
    this.toggleAttribute("lost", why !== null && state.run !== null);
    tellTab(state.run, status);
    if (state.run === null) {
      return html`<p class="waiting">${unknownRun ? words.runs.unknown(this.run) : words.runs.waiting(this.run)}</p>
        ${refusal(this.#link.refused)}
        <me-strip class="door"></me-strip>`;
    }
    const zone = this.#zone(state.run.timezone);
    return html`
      <div class="bands">${this.#band(state.run.mode)} ${this.#past(zone)}</div>
      <div class="page">
        <header>
        ${why === null ? nothing : html`<lost-link .since=${oldSince} .why=${why}></lost-link>`}
        <run-header .state=${state} .zone=${zone} .link=${status}></run-header>
        ${state.run.state === "in-progress"
          ? html`<breach-list .run=${state.run} .zone=${zone} .checks=${state.checks} @look=${(event) => this.#show(event.detail)}></breach-list>`
          : nothing}
        <window-line .run=${state.run} .zone=${zone}></window-line>
        ${state.run.endedAt
          ? nothing
          : html`<waiting-line .state=${state}></waiting-line>
              <forecast-line .run=${state.run} .zone=${zone}></forecast-line>`}
        <notice-list .run=${state.run} .zone=${zone}></notice-list>
        </header>
        <div class="columns">
          <main>${this.#start(state, status)}${this.#phases(state, zone, status)}</main>
          <aside aria-label=${words.timeline.title}>
            ${may("comment") ? html`<comment-box .run=${this.run} .live=${status === "live"}></comment-box>` : nothing}
            <record-links .run=${this.run}></record-links>
            <time-line .state=${state} .zone=${zone} tabindex="0"></time-line>
          </aside>
        </div>
        <nav aria-label=${words.act.run}><choice-row
          class="of-run"
          .choices=${choicesOfRun(state.run)}
          .about=${inLanguage(state.run.title)}
          .body=${{}}
          .label=${words.act.run}
        ></choice-row>
        <wall-links .run=${this.run} .zone=${zone}></wall-links></nav>
        <page-footer .probes=${isPast() || !isOperator() ? null : state.probes} .oldest=${state.oldestEvidenceAge}></page-footer>
      </div>
      ${isPast() ? html`<past-bar .link=${this.#link} .look=${this.#link.look} .zone=${zone}></past-bar>` : nothing}
      <absence-note .state=${state} .zone=${zone} .live=${status === "live"}></absence-note>
      <ask-dialog .run=${this.run} .revision=${state.revision} .live=${status === "live"}></ask-dialog>
      <p class="unseen" role="status">${this.#aloud(state)}</p>
    `;
  }

  /** What is read aloud: milestones only, and the next one not before the last could be heard. */
  #aloud(state) {
    const newest = state.events.find(isMilestone);
    if (newest && newest.revision > this.#spoken.revision && Date.now() - this.#spoken.at > SPOKEN_MS) {
      this.#spoken = { revision: newest.revision, at: Date.now(), text: tellingOf(newest, state.run).text };
    }
    return this.#spoken.text;
  }

  #band(mode) {
    return mode === "production" ? nothing : html`<section class="band ${mode}" aria-label=${words.act.run}>${words.mode[mode]}</section>`;
  }

  /** What was must never be taken for what is. */
  #past(zone) {
    const { at } = this.#link;
    return isPast()
      ? html`<section class="band past" aria-label=${words.link.past}>${words.past.band(zone.day(at), zone.clock(at), zone.id)}</section>`
      : nothing;
  }

  #start(state, status) {
    return state.run.state === "scheduled"
      ? html`<start-panel .run=${this.run} .phase=${state.run.phases[0]} .live=${status === "live"}></start-panel>`
      : nothing;
  }

  #phases({ run, revision, checks, trails }, zone, status) {
    const current = currentPhase(run);
    const others = asides(run, checks);
    const wayBack = run.phases.find(({ rollback }) => rollback);
    return html`
      <div>
        ${repeat(
          run.phases,
          (phase) => phase.id,
          (phase) =>
            html`${phase === wayBack ? html`<h2 class="way-back">${words.phase.wayBack}</h2>` : ""}
            <phase-section
              id=${phase.id}
              .run=${this.run}
              .parent=${run}
              .revision=${revision}
              .phase=${phase}
              .next=${nextPhase(run, phase)}
              .checks=${checks}
              .trails=${trails}
              .forecast=${run.forecast}
              .zone=${zone}
              .current=${phase === current}
              .live=${status === "live"}
            ></phase-section>`,
        )}
      </div>
      ${others.length > 0
        ? html`<check-grid
            class="asides"
            .group=${{ check: words.phase.asides, rows: others.map((check) => ({ check })) }}
            .trails=${trails}
            .zone=${zone}
          ></check-grid>`
        : nothing}
    `;
  }

  #show(phase) {
    this.renderRoot.querySelector(`phase-section[id="${CSS.escape(phase)}"]`)?.show();
  }

  #zoneKept = null;

  #zone(id) {
    if (this.#zoneKept?.asked !== id) {
      this.#zoneKept = { asked: id, zone: new Zone(id) };
    }
    return this.#zoneKept.zone;
  }
}

customElements.define("run-page", RunPage);
