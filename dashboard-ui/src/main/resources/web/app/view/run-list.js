import { LitElement, css, html } from "lit";
import { runs } from "../link/api.js";
import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

const ASK_AGAIN = 3000;

/** The door: goes to the run that matters most, lists all when asked to, and says how to begin when there is none. */
class RunList extends LitElement {
  static properties = { all: { type: Boolean }, _runs: { state: true } };

  static styles = [
    shared,
    signStyles,
    css`
      main {
        max-width: 46rem;
        margin: 0 auto;
        padding: 18vh 1.5rem 3rem;
      }
      h1 {
        font-size: 2rem;
        font-weight: 600;
        letter-spacing: -0.012em;
        text-wrap: balance;
      }
      p {
        padding-top: 0.9rem;
      }
      pre {
        margin: 0.6rem 0 0;
        padding: 0.9rem 1.1rem;
        overflow-x: auto;
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--surface);
      }
      li {
        display: flex;
        gap: 0.8rem;
        align-items: baseline;
        padding: 0.8rem 0;
        border-bottom: 1px solid var(--hairline);
      }
      li a {
        margin-right: auto;
        font-size: 1.1rem;
      }
    `,
  ];

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    if (this._runs === undefined) {
      return html`<main></main>`;
    }
    if (this._runs === null) {
      return html`<main><h1>${words.runs.unreachable}</h1></main>`;
    }
    return html`<main>${this._runs.length === 0 ? this.#empty() : this.#list()}</main>`;
  }

  #empty() {
    return html`<h1>${words.runs.empty}</h1>
      <p class="quiet">${words.runs.how}</p>
      <pre>
curl -X PUT --data-binary @plan.yaml -H 'Content-Type: text/yaml' \\
     ${location.origin}/api/v1/runs/my-first-run/plan?mode=rehearsal</pre
      >`;
  }

  #list() {
    return html`<h1>${words.runs.title}</h1>
      <ul>
        ${this._runs.map(
          ({ run, title, mode, state }) =>
            html`<li>
              ${sign(state === "in-progress" ? "active" : state)}
              <a href="/runs/${encodeURIComponent(run)}">${title ? inLanguage(title) : run}</a>
              <span class="quiet">${run}</span>
              <span>${mode}</span>
              <span>${words.runState[state] ?? state}</span>
            </li>`,
        )}
      </ul>`;
  }

  async #ask() {
    this._runs = await runs().then(newestFirst, () => null);
    if (this._runs?.length > 0 && !this.all) {
      location.replace(`/runs/${encodeURIComponent(this._runs[0].run)}`);
      return;
    }
    this.#timer = setTimeout(() => this.#ask(), ASK_AGAIN);
  }
}

const RANK = { "in-progress": 0, scheduled: 1 };
const age = ({ loadedAt, run }) => loadedAt ?? run;

/** What is going on first, then what will, then what was; of each the newest first. */
function newestFirst(list) {
  const rank = ({ state }) => RANK[state] ?? 2;
  return [...list].sort((a, b) => rank(a) - rank(b) || age(b).localeCompare(age(a)));
}

customElements.define("run-list", RunList);
