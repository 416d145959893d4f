import { LitElement, css, html, nothing } from "lit";
import { addressOf, isPast } from "../link/address.js";
import { evidenceOf } from "../link/api.js";
import { isOperator } from "../link/me.js";
import { words } from "../words.js";
import { shared } from "./shared.js";

/** What can be done with what was recorded. */
class RecordLinks extends LitElement {
  static properties = { run: {} };

  static styles = [
    shared,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1.2rem;
        padding: 0.6rem 0;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  render() {
    return html`<p>
      <span class="quiet">${words.record.title}</span>
      ${isPast() ? nothing : html`<a href=${addressOf(this.run, "")}>${words.record.lookBack}</a>`}
      ${isOperator()
        ? html`<a href="/runs/${encodeURIComponent(this.run)}/compare">${words.record.compare}</a>
            <a href=${evidenceOf(this.run)} download>${words.record.evidence}</a>`
        : nothing}
    </p>`;
  }
}

customElements.define("record-links", RecordLinks);
