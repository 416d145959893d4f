import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { breaches } from "../state/arrange.js";
import { inLanguage, webAddress } from "../text.js";
import { words } from "../words.js";
import "./age-of.js";
import { heldLine } from "./held-line.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/**
 * What was promised and is broken now: the first thing to look at, and the only thing on the page that moves. Its place is always
 * there, so that a breach pushes nothing away.
 */
class BreachList extends LitElement {
  static properties = { run: { attribute: false }, zone: { attribute: false }, checks: { attribute: false } };

  static styles = [
    shared,
    signStyles,
    css`
      :host {
        padding: 0.6rem 0 0.9rem;
      }
      li + li {
        margin-top: 0.5rem;
      }
      li,
      .calm {
        min-height: 4rem;
      }
      .calm {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        color: var(--muted);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.2rem 0.9rem;
        align-items: center;
        padding: 0.7rem 1rem;
        border-radius: var(--round);
        background: var(--breach-ground);
        color: var(--on-breach-ground);
      }
      .sign.breach {
        width: 2rem;
        height: 2rem;
        --on-breach: var(--breach-ground);

        color: var(--breach-sign);
        animation: breathe 2.4s ease-in-out infinite;
      }
      @keyframes breathe {
        50% {
          opacity: 0.55;
        }
      }
      .what {
        font-size: 1.1rem;
      }
      strong {
        text-transform: uppercase;
        letter-spacing: 0.06em;
        font-size: 0.86rem;
      }
      .actions {
        display: flex;
        gap: 0.4rem;
      }
      a,
      button {
        display: inline-grid;
        place-items: center;
        min-height: 2.5rem;
        padding: 0 1rem;
        border: 1px solid currentColor;
        border-radius: var(--round);
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: none;
        cursor: pointer;
      }
      @media (max-width: 48rem) {
        .actions {
          grid-column: 1 / -1;
        }
        .calm {
          min-height: 3rem;
        }
      }
      @media print {
        .actions {
          display: none;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .sign.breach {
          animation: none;
        }
      }
    `,
  ];

  render() {
    const broken = breaches(this.checks);
    if (this.checks.size === 0) {
      return html`<p class="calm"></p>`; // the public sees no checks: the headline says how many promises are broken
    }
    return broken.length === 0 ? html`<p class="calm">${heldLine(this.checks)}</p>` : this.#list(broken);
  }

  #list(broken) {
    return html`<ul>
      ${repeat(
        broken,
        ({ check, expectation }) => `${check.check}/${check.item}/${expectation.phase}/${expectation.state}`,
        ({ check, expectation }) =>
          html`<li>
            ${sign("breach")}
            <p class="what">
              <strong>${words.breach.title}</strong> ${words.breach.since} <age-of at=${expectation.breachedSince}></age-of>:
              <b>${inLanguage(check.title)}</b> ${words.card.expected} <code>${expectation.expected}</code>, ${words.card.saw}
              ${expectation.saw}
              ${this.#promised(expectation)} ${expectation.flaps > 0 ? html`<small>· ${words.card.flaps(expectation.flaps)}</small>` : nothing}
            </p>
            <span class="actions">
              <button @click=${() => this.#look(expectation.phase)}>${words.breach.look}</button>
              ${webAddress(check.link) ? html`<a href=${check.link} target="_blank" rel="noreferrer">${words.breach.open} ↗</a>` : nothing}
            </span>
          </li>`,
      )}
    </ul>`;
  }

  /** Since when it was so, which is what changed. */
  #promised({ phase, state }) {
    const { endedAt } = this.run.phases.find(({ id }) => id === phase) ?? {};
    return endedAt ? html`<small>· ${words.breach.promised(state, this.zone.minute(endedAt))}</small>` : nothing;
  }

  #look(phase) {
    this.dispatchEvent(new CustomEvent("look", { detail: phase }));
  }
}

customElements.define("breach-list", BreachList);
