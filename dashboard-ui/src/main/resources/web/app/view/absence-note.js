import { LitElement, css, html, nothing } from "lit";
import { everySecond, now } from "../clock.js";
import { lastLook, look } from "../link/last-look.js";
import { newsSince } from "../state/absence.js";
import { words } from "../words.js";
import { formStyles } from "./form-styles.js";
import { shared } from "./shared.js";

/** After a nap: what happened since. Lies over the foot of the page until it is read, so that nothing is pushed away. */
class AbsenceNote extends LitElement {
  static properties = { state: { attribute: false }, zone: { attribute: false }, live: { type: Boolean }, _left: { state: true } };

  static styles = [
    shared,
    formStyles,
    css`
      section {
        position: fixed;
        z-index: 1;
        right: 1rem;
        bottom: 1rem;
        left: 1rem;
        max-width: 34rem;
        margin-left: auto;
        padding: 1rem 1.2rem;
        border: 1px solid var(--accent);
        border-radius: var(--round);
        background: var(--surface);
        box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.35);
      }
      h2 {
        font-size: 1rem;
        font-weight: 600;
      }
      p {
        padding: 0.3rem 0 0.8rem;
      }
      @media print {
        section {
          display: none;
        }
      }
    `,
  ];

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = everySecond(() => this.#tick());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    if (!this._left) {
      return nothing;
    }
    const news = newsSince(this._left, this.state, this.zone.minute);
    return html`<section aria-labelledby="since">
      <h2 id="since">${words.left.title(this.zone.minute(this._left.at))}</h2>
      <p>${news.join(", ")}.</p>
      <button type="button" class="small" @click=${() => (this._left = null)}>${words.left.close}</button>
    </section>`;
  }

  /** Somebody who looks has seen it; somebody who comes back is told first. */
  #tick() {
    if (!this.live || document.hidden) {
      return;
    }
    const { run, revision } = this.state;
    this._left ??= lastLook(run.run, now());
    look(run.run, { revision, at: now(), end: run.forecast?.end?.p50 });
  }
}

customElements.define("absence-note", AbsenceNote);
