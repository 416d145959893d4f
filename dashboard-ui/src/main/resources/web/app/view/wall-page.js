import { LitElement, css, html, nothing } from "lit";
import { now } from "../clock.js";
import { RunLink } from "../link/run-link.js";
import { breaches } from "../state/arrange.js";
import { headline } from "../state/headline.js";
import { numbersOf } from "../state/numbers.js";
import { standingOfPhase, standingOfRun } from "../state/standing.js";
import { inLanguage } from "../text.js";
import { Zone, span } from "../time.js";
import { words } from "../words.js";
import "./age-of.js";
import { heldLine } from "./held-line.js";
import "./lost-link.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";
import { tellTab } from "./tab.js";
import { Ticking } from "./ticking.js";
import "./waiting-line.js";
import { wallStyles } from "./wall-styles.js";
import "./window-line.js";

const BREACHES_SHOWN = 3;

/** The run for a room: readable from five metres, nothing to press, nothing to scroll. */
class WallPage extends LitElement {
  static properties = { run: {} };

  static styles = [shared, signStyles, wallStyles];

  #link = null;
  #ticking = new Ticking(this);
  #zoneKept = null;

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.classList.add("wall");
    this.#link = new RunLink(this.run, () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.documentElement.classList.remove("wall");
    this.#link.close();
  }

  render() {
    const { state, oldSince, unknownRun, why } = this.#link;
    this.toggleAttribute("lost", why !== null && state.run !== null);
    tellTab(state.run, why === null ? this.#link.status : "lost");
    if (state.run === null) {
      return html`<main class="nothing"><h1>${unknownRun ? words.runs.unknown(this.run) : words.runs.waiting(this.run)}</h1></main>`;
    }
    const { run } = state;
    const zone = this.#zone(run.timezone);
    const took = (from, to) => span(Date.parse(to) - Date.parse(from));
    const { sentence, next } = headline(state, now(), zone.clock, took);
    return html`
      ${why === null ? nothing : html`<lost-link .since=${oldSince} .why=${why}></lost-link>`}
      <main class=${standingOfRun(run)}>
        <header class=${run.mode}>
          <span class="title">${inLanguage(run.title)}</span>
          <span class="mode">${words.mode[run.mode]}</span>
          <span><time>${zone.minute(now())}</time> ${zone.id}</span>
        </header>
        <h1>${sentence}</h1>
        <p class="next">${next}</p>
        ${run.announcements.slice(-1).map(
          ({ text, at }) => html`<p class="told">${sign("said")} ${inLanguage(text)} <time class="quiet">${zone.minute(at)}</time></p>`,
        )}
        <window-line .run=${run} .zone=${zone}></window-line>
        <dl>
          ${numbersOf(run, now(), zone.minute).map(({ value, label }) => html`<div><dd>${value}</dd><dt>${label}</dt></div>`)}
        </dl>
        ${this.#broken(state)}
        <ol aria-label=${words.timeline.title}>
          ${run.phases.filter(({ rollback }) => rollback === run.rollback).map((phase) => this.#phase(phase))}
        </ol>
      </main>
    `;
  }

  #phase(phase) {
    const standing = standingOfPhase(phase);
    return html`<li class=${standing}>${sign(standing)} <b>${inLanguage(phase.title)}</b> <span>${words.phaseState[standing]}</span></li>`;
  }

  #broken(state) {
    const broken = breaches(state.checks);
    if (broken.length === 0) {
      return html`<div class="calm">
        <p>${heldLine(state.checks)}</p>
        <waiting-line .state=${state}></waiting-line>
      </div>`;
    }
    const more = broken.length - BREACHES_SHOWN;
    return html`<ul class="broken">
      ${broken.slice(0, BREACHES_SHOWN).map(
        ({ check, expectation }) =>
          html`<li>
            ${sign("breach")} <b>${words.breach.title}</b> ${told(check, expectation)} ·
            <age-of at=${expectation.breachedSince}></age-of>
          </li>`,
      )}
      ${more > 0 ? html`<li>+ ${more}</li>` : nothing}
    </ul>`;
  }

  #zone(id) {
    if (this.#zoneKept?.asked !== id) {
      this.#zoneKept = { asked: id, zone: new Zone(id) };
    }
    return this.#zoneKept.zone;
  }
}

/** Screens that are let in by a link are not told the conditions: what the plan says of it stands in for them. */
function told({ title, say }, { expected, saw }) {
  return expected === ""
    ? inLanguage(say ?? title)
    : html`${inLanguage(title)}: ${words.card.expected} ${expected}, ${words.card.saw} ${saw}`;
}

customElements.define("wall-page", WallPage);
