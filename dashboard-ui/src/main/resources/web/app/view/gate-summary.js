import { LitElement, css, html, nothing } from "lit";
import { words } from "../words.js";
import "./age-of.js";
import { shared } from "./shared.js";

/** What the gate of a phase says, and how much of it is there. */
class GateSummary extends LitElement {
  static properties = { gate: { attribute: false }, zone: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.2rem;
        align-items: center;
        min-height: 2rem;
      }
      .bar {
        display: flex;
        gap: 2px;
        width: 12rem;
        max-width: 100%;
        height: 0.55rem;
      }
      i {
        flex: 1;
        border-radius: 2px;
        background: var(--hairline);
        transition: background-color var(--fade);
      }
      i.met {
        background: var(--met);
      }
      i.not-met {
        background: var(--not-met);
      }
      i.unknown {
        background: repeating-linear-gradient(-45deg, var(--muted) 0 2px, transparent 2px 5px);
      }
      i.waived {
        background: var(--waived);
      }
      b {
        font-weight: 600;
      }
      .holding {
        color: var(--accent);
      }
    `,
  ];

  render() {
    const { met, notMet, unknown, waived, result, goAt, since } = this.gate;
    const total = met + notMet + unknown + waived;
    return html`
      <b>${words.gate.of(met, total)}</b>
      <span class="bar" aria-hidden="true">
        ${segments(met, "met")}${segments(waived, "waived")}${segments(notMet, "not-met")}${segments(unknown, "unknown")}
      </span>
      ${notMet > 0 ? html`<span>${words.gate.notMet(notMet)}</span>` : nothing}
      ${waived > 0 ? html`<span>${words.gate.waived(waived)}</span>` : nothing}
      ${unknown > 0 ? html`<span>${words.gate.unknown(unknown)}</span>` : nothing}
      ${goAt
        ? html`<span class="holding"
            >${words.gate.holding(this.zone.clock(goAt))} (<age-of at=${goAt} until></age-of> ${words.gate.left})</span
          >`
        : html`<span class="quiet">${words.gate[result]}, ${words.gate.since(this.zone.clock(since))}</span>`}
    `;
  }
}

const segments = (n, kind) => Array.from({ length: n }, () => html`<i class=${kind}></i>`);

customElements.define("gate-summary", GateSummary);
