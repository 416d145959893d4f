import { LitElement, css, html, nothing } from "lit";
import { now } from "../clock.js";
import { forecastInWords } from "../state/forecast.js";
import { words } from "../words.js";
import { shared } from "./shared.js";
import { markSign } from "./window-marks.js";
import { Ticking } from "./ticking.js";

/** When it will be over, as far as there is ground to say so. */
class ForecastLine extends LitElement {
  static properties = { run: { attribute: false }, zone: { attribute: false } };

  static styles = [
    shared,
    css`
      p {
        padding-top: 0.4rem;
      }
      .window-mark {
        width: 1.1em;
        height: 1.1em;
        vertical-align: -0.2em;
        fill: var(--accent);
      }
      .window-mark .rollback {
        fill: var(--not-met);
      }
      .window-mark .no-return {
        fill: var(--waived);
      }
      .window-mark .end-expected {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        stroke-dasharray: 3 2;
      }
      :host {
        min-height: 1.9rem;
      }
      @media (max-width: 48rem) {
        :host {
          min-height: calc(4 * 1.45rem + 0.4rem);
        }
      }
      .late {
        color: var(--not-met);
        font-weight: 600;
      }
    `,
  ];

  #ticking = new Ticking(this);

  render() {
    const facts = forecastInWords(this.run, this.zone, now());
    return facts.length === 0
      ? nothing
      : html`<p role="group" aria-label=${words.forecast.label}>
          ${facts.map(({ text, late, mark }, i) => html`${i === 0 ? "" : " · "}<span class=${late ? "late" : ""}>${mark ? markSign(mark) : ""}${text}</span>`)}
        </p>`;
  }
}

customElements.define("forecast-line", ForecastLine);
