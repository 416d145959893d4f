import { LitElement, css, html, nothing } from "lit";
import { webAddress } from "../text.js";
import { isoSpan } from "../time.js";
import { words } from "../words.js";
import { shared } from "./shared.js";

/** What stands behind a card: the vendor's own words, the values that were read, by whom and when. */
class EvidenceList extends LitElement {
  static properties = { saw: { attribute: false }, probe: {}, zone: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        container-type: inline-size;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.3rem 0.9rem;
        padding: 0.2rem 1rem 0.9rem 3.6rem;
        font-size: 0.86rem;
      }
      dt {
        color: var(--muted);
      }
      dd {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      pre {
        white-space: pre-wrap;
        max-height: 12rem;
        margin: 0;
        overflow: auto;
      }
      @container (width < 26rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0 0;
        }
        dd {
          padding-bottom: 0.4rem;
        }
      }
      @media (max-width: 40rem) {
        dl {
          padding-left: 1rem;
        }
      }
    `,
  ];

  render() {
    const { saw, probe, zone } = this;
    if (!saw) {
      return nothing;
    }
    return html`<dl>
      ${saw.cause ? html`<dt>${words.card.cause}</dt><dd>${saw.cause}: ${saw.message}</dd>` : nothing}
      ${saw.evidence ? html`<dt>${words.card.evidence}</dt><dd>${this.#evidence(saw.evidence)}</dd>` : nothing}
      <dt>${words.card.states}</dt>
      <dd>${saw.states.join(", ") || words.card.noState}</dd>
      ${this.#values()}
      <dt>${words.card.by}</dt>
      <dd>probe-${probe}, ${saw.instance}, ${zone.clock(saw.observedAt)}, ${words.card.took(saw.tookMillis)}</dd>
    </dl>`;
  }

  #evidence({ text, link }) {
    return html`<pre>${text}</pre>
      ${webAddress(link) ? html`<a href=${link} target="_blank" rel="noreferrer">${words.card.evidenceLink} ↗</a>` : nothing}`;
  }

  #values() {
    const plain = Object.entries(this.saw.values).filter(([, value]) => typeof value !== "object");
    return plain.length === 0
      ? nothing
      : html`<dt>${words.card.values}</dt>
          <dd>${plain.map(([name, value]) => html`<div><code>${name}</code> ${told(value)}</div>`)}</dd>`;
  }
}

function told(value) {
  const text = typeof value === "string" ? isoSpan(value) : String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

customElements.define("evidence-list", EvidenceList);
