import { LitElement, css, html, nothing } from "lit";
import { span } from "../time.js";
import { words } from "../words.js";
import "./age-of.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** A probe says every few seconds that it lives; when it has said nothing for this long, its checks are nobody's. */
const SILENT_AFTER_SECONDS = 15;

/** How well the tower itself sees: its probes (null: those of now have no place here, or are not for this reader), and the oldest thing it goes by. */
class PageFooter extends LitElement {
  static properties = {
    probes: { attribute: false },
    oldest: { attribute: false },
  };

  static styles = [
    shared,
    signStyles,
    css`
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.5rem;
        align-items: center;
        padding: 0.8rem 0 1.2rem;
        border-top: 1px solid var(--hairline);
        font-size: 0.86rem;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.3rem;
        margin-right: auto;
      }
      .late {
        color: var(--not-met);
      }
    `,
  ];

  render() {
    return html`<footer>
      ${this.probes === null ? nothing : this.#probes()}
      ${this.oldest ? html`<span class="quiet">${words.probes.oldest} ${span(this.oldest * 1000)}</span>` : nothing}
      <a href="/?all">${words.probes.allRuns}</a>
    </footer>`;
  }

  #probes() {
    return html`<ul aria-label=${words.probes.title}>
      ${this.probes.length === 0 ? html`<li class="quiet">${words.probes.none}</li>` : nothing}
      ${this.probes.map((probe) => html`<li>${this.#probe(probe)}</li>`)}
    </ul>`;
  }

  #probe({ instance, ageSeconds, at, checks, late }) {
    if (ageSeconds > SILENT_AFTER_SECONDS) {
      return html`${sign("unknown")} ${instance}
        <span class="late">${words.probes.silent} <age-of at=${at}></age-of></span>`;
    }
    return html`${sign(late.length > 0 ? "not-met" : "met")} ${instance}
      ${late.length > 0
        ? html`<span class="late" title=${late.join(", ")}>${words.probes.late(late.length)}</span>`
        : html`<span class="quiet">${words.probes.checks(checks)}</span>`}`;
  }
}

customElements.define("page-footer", PageFooter);
