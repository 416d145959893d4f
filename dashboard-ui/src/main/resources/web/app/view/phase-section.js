import { LitElement, css, html, nothing } from "lit";
import { isOperator } from "../link/me.js";
import { asksFor, groupsOf, isOpen } from "../state/arrange.js";
import { standingOf, standingOfPhase } from "../state/standing.js";
import { inLanguage } from "../text.js";
import { span } from "../time.js";
import { words } from "../words.js";
import { choicesOf } from "../state/choices.js";
import "./age-of.js";
import "./choice-row.js";
import "./check-grid.js";
import "./decision-panel.js";
import "./gate-summary.js";
import "./lane-list.js";
import { shared } from "./shared.js";
import { phaseStyles } from "./phase-styles.js";
import { sign, signStyles } from "./sign.js";
import "./task-list.js";
import "./waiver-list.js";

/** A phase: open while it is the current one, else a line that still tells what it holds. A reader may open any. */
class PhaseSection extends LitElement {
  static properties = {
    run: {},
    parent: { attribute: false },
    revision: { type: Number },
    phase: { attribute: false },
    next: { attribute: false },
    checks: { attribute: false },
    trails: { attribute: false },
    forecast: { attribute: false },
    zone: { attribute: false },
    current: { type: Boolean },
    live: { type: Boolean },
    _opened: { state: true },
  };

  static styles = [shared, signStyles, phaseStyles];

  willUpdate(changed) {
    if (changed.has("current")) {
      this._opened = this.current;
    }
  }

  /** Opens it and brings it into sight. */
  show() {
    this._opened = true;
    this.scrollIntoView({ block: "start", behavior: "smooth" });
  }

  render() {
    const { phase } = this;
    const standing = standingOfPhase(phase);
    const groups = groupsOf(phase, this.checks);
    return html`<section class=${`${standing} ${this.current ? "current" : ""}`}>
      <details ?open=${this._opened} @toggle=${(event) => (this._opened = event.target.open)}>
        <summary>
          <span class="node">${sign(standing)}</span>
          <h2>${inLanguage(phase.title)}</h2>
          <span class="state">${words.phaseState[standing]}${this.#sinceWhen()}</span>
          <span class="signs">${this._opened ? nothing : this.#signs(groups)}</span>
          <span class="times">${this.#times()}</span>
        </summary>
        <div class="inside">
          ${this.current && phase.state !== "pending"
            ? html`<gate-summary .gate=${phase.gate} .zone=${this.zone}></gate-summary>`
            : nothing}
          ${phase.reason && words.phase[phase.state] ? html`<p class="reason">${words.phase[phase.state](phase.reason)}</p>` : nothing}
          ${phase.state === "awaiting-decision" ? this.#decision(false) : nothing}
          ${phase.state === "awaiting-decision" ? nothing : this.#said(phase.gate.decision)}
          ${phase.tasks.length > 0
            ? html`<task-list .phase=${phase} .zone=${this.zone} ?open=${isOpen(phase)}></task-list>`
            : nothing}
          ${phase.lanes.length > 0
            ? html`<lane-list .phase=${phase} .forecast=${this.forecast} .zone=${this.zone}></lane-list>`
            : nothing}
          ${phase.pointOfNoReturn && (isOperator() || phase.pointOfNoReturn.passedAt) ? this.#noReturn(phase.pointOfNoReturn) : nothing}
          ${phase.waivers.length > 0 ? html`<waiver-list .waivers=${phase.waivers} .phase=${phase.id} .zone=${this.zone}></waiver-list>` : nothing}
          ${phase.state === "passed" && groups.length === 0 ? html`<p class="quiet">${words.phase.holdsNothing}</p>` : nothing}
          ${groups.map(
            (group) => html`<check-grid .group=${group} .trails=${this.trails} .zone=${this.zone} .phase=${phase}></check-grid>`,
          )}
          ${phase.state === "active" && phase.gate.result === "inconclusive" ? this.#decision(true) : nothing}
          <choice-row
            .choices=${choicesOf(phase, this.parent)}
            .about=${inLanguage(phase.title)}
            .body=${{ phase: phase.id }}
            .label=${words.act.more}
          ></choice-row>
        </div>
      </details>
    </section>`;
  }

  /** Who let it pass, or would not. */
  #said(decision) {
    return (decision?.said ?? []).map(
      ({ by, go, at, reason }) =>
        html`<p class="quiet">
          ${(go ? words.decision.saidGo : words.decision.saidNoGo)(by, this.zone.clock(at))}${reason ? `: ${reason}` : ""}
        </p>`,
    );
  }

  #noReturn({ afterStep, note, passedAt }) {
    return html`<p class="quiet">
      ${words.phase.noReturn(afterStep, passedAt && this.zone.clock(passedAt), note && inLanguage(note))}
    </p>`;
  }

  #decision(byHand) {
    return html`<decision-panel
      .run=${this.run}
      .revision=${this.revision}
      .phase=${this.phase}
      .next=${this.next}
      .zone=${this.zone}
      .live=${this.live}
      ?byHand=${byHand}
    ></decision-panel>`;
  }

  #signs(groups) {
    const rows = groups.flatMap((group) => group.rows);
    if (this.phase.state === "pending") {
      const tasks = asksFor(this.phase, "tasks");
      const steps = asksFor(this.phase, "steps");
      const wants = [
        ...groups.map((group) => `${group.check} ${group.state}`),
        ...(tasks > 0 ? [words.gate.tasks(tasks)] : []),
        ...(steps > 0 ? [words.gate.steps(steps)] : []),
      ].join(", ");
      const decision = this.phase.gate.decision;
      if (wants === "" && !decision) {
        return nothing;
      }
      return html`<span class="quiet"
        >${words.gate.will} ${wants}${decision ? `, ${words.gate.thenDecision(decision.role)}` : ""}</span
      >`;
    }
    return rows.length === 0
      ? nothing
      : html`<span class="quiet">${words.phase.holds(rows.length)}</span>
          ${rows.map(
            ({ check, expectation }) =>
              html`<span title="${inLanguage(check.title)}: ${words.standing[standingOf(expectation)]}"
                >${sign(standingOf(expectation))}</span
              >`,
          )}
          ${this.phase.breaches > 0 ? html`<b class="broken">${words.phase.broken(this.phase.breaches)}</b>` : nothing}`;
  }

  #times() {
    const { startedAt, endedAt, estimateSeconds, estimateP90Seconds } = this.phase;
    if (endedAt && !startedAt) {
      return this.zone.minute(endedAt);
    }
    if (endedAt) {
      return html`${this.zone.minute(endedAt)} · ${words.phase.took(span(Date.parse(endedAt) - Date.parse(startedAt)))}`;
    }
    const planned = estimateSeconds ? words.phase.estimate(span(estimateSeconds * 1000), span((estimateP90Seconds ?? estimateSeconds) * 1000)) : "";
    return planned;
  }

  /** For how long it has been under way. */
  #sinceWhen() {
    const { startedAt } = this.phase;
    return startedAt && isOpen(this.phase) ? html` · ${words.card.since} <age-of at=${startedAt}></age-of>` : nothing;
  }
}

customElements.define("phase-section", PhaseSection);
