import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { RunLink } from "../link/run-link.js";
import { asides, currentPhase, nextPhase } from "../state/arrange.js";
import { isMilestone } from "../state/milestones.js";
import { Zone } from "../time.js";
import { words } from "../words.js";
import "./breach-list.js";
import "./check-grid.js";
import "./comment-box.js";
import "./forecast-line.js";
import "./lost-link.js";
import "./notice-list.js";
import "./page-footer.js";
import "./phase-section.js";
import "./run-header.js";
import { shared } from "./shared.js";
import "./start-panel.js";
import { tellTab } from "./tab.js";
import "./time-line.js";
import "./window-line.js";

/** The whole page of one run, in the order of attention. */
class RunPage extends LitElement {
  static properties = { run: {} };

  static styles = [
    shared,
    css`
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
      .waiting {
        padding: 20vh 0;
        text-align: center;
        font-size: 1.3rem;
        color: var(--muted);
      }
      .page > *,
      .band {
        transition: filter 0.8s;
      }
      :host([lost]) .page > :not(lost-link),
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

  connectedCallback() {
    super.connectedCallback();
    this.#link = new RunLink(this.run, () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#link.close();
  }

  render() {
    const { state, status, oldSince, unknownRun } = this.#link;
    this.toggleAttribute("lost", status === "lost" && state.run !== null);
    tellTab(state.run, status);
    if (state.run === null) {
      return html`<p class="waiting">${unknownRun ? words.runs.unknown(this.run) : words.runs.waiting(this.run)}</p>`;
    }
    const zone = this.#zone(state.run.timezone);
    return html`
      ${this.#band(state.run.mode)}
      <div class="page">
        ${status === "lost" ? html`<lost-link .since=${oldSince} .why=${state.recordLostSince === null ? "link" : "record"}></lost-link>` : nothing}
        <run-header .state=${state} .zone=${zone} .link=${status}></run-header>
        <window-line .run=${state.run} .zone=${zone}></window-line>
        <forecast-line .run=${state.run} .zone=${zone}></forecast-line>
        <notice-list .run=${state.run} .zone=${zone}></notice-list>
        ${state.run.state === "in-progress"
          ? html`<breach-list .checks=${state.checks} @look=${(event) => this.#show(event.detail)}></breach-list>`
          : nothing}
        <div class="columns">
          <main>${this.#start(state, status)}${this.#phases(state, zone, status)}</main>
          <aside>
            <comment-box .run=${this.run} .live=${status === "live"}></comment-box>
            <time-line .state=${state} .zone=${zone} tabindex="0"></time-line>
          </aside>
        </div>
        <page-footer .probes=${state.probes} .oldest=${state.oldestEvidenceAge}></page-footer>
      </div>
      <p class="unseen" aria-live="polite">${state.events.find(isMilestone)?.reason}</p>
    `;
  }

  #band(mode) {
    return mode === "production" ? nothing : html`<div class="band ${mode}" role="note">${words.mode[mode]}</div>`;
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
