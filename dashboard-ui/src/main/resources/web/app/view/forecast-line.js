import { LitElement, css, html, nothing } from "lit";
import { now } from "../clock.js";
import { forecastInWords } from "../state/forecast.js";
import { words } from "../words.js";
import { shared } from "./shared.js";
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
      : html`<p aria-label=${words.forecast.label}>
          ${facts.map(({ text, late }, i) => html`${i === 0 ? "" : " · "}<span class=${late ? "late" : ""}>${text}</span>`)}
        </p>`;
  }
}

customElements.define("forecast-line", ForecastLine);
