import { LitElement, css, html, nothing, svg } from "lit";
import { marksOf } from "../state/moments.js";
import { words } from "../words.js";
import { pickStyles } from "./form-styles.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

const SPEEDS = [1, 60, 600];

/** Where in its record a run is looked at, and the ways to go on from there. Stands over the foot of the page. */
class PastBar extends LitElement {
  static properties = { link: { attribute: false }, look: { attribute: false }, zone: { attribute: false } };

  static styles = [
    shared,
    pickStyles,
    css`
      :host {
        position: sticky;
        z-index: 1;
        bottom: 0;
        border-top: 2px solid var(--past-line);
        background: var(--past-ground);
        color: var(--on-past);
      }
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1.2rem;
        align-items: center;
        max-width: 112rem;
        margin: 0 auto;
        padding: 0.5rem clamp(1rem, 2.2vw, 2.5rem) 0.6rem;
      }
      .way {
        position: relative;
        flex: 1 0 100%;
      }
      input[type="range"] {
        display: block;
        width: 100%;
        height: 1.9rem;
        margin: 0;
        accent-color: var(--past-line);
        background: none;
      }
      svg {
        position: absolute;
        right: 8px;
        bottom: 0;
        left: 8px;
        width: calc(100% - 16px);
        height: 0.5rem;
        overflow: visible;
        pointer-events: none;
      }
      .phase {
        fill: currentColor;
        opacity: 0.6;
      }
      .breach {
        fill: var(--not-met);
      }
      button {
        min-height: 2rem;
        padding: 0 0.8rem;
        border: 1px solid var(--past-line);
        border-radius: var(--round);
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button.play {
        min-width: 6.5rem;
        font-weight: 600;
      }
      [aria-disabled="true"] {
        opacity: 0.55;
        cursor: default;
      }
      :focus-visible {
        outline-color: currentColor;
      }
      .refusal {
        flex: 1 0 100%;
      }
      .ends {
        display: flex;
        flex: 1 0 100%;
        justify-content: space-between;
        font-size: 0.86rem;
      }
      fieldset {
        --picked: currentColor;
      }
      label:has(:checked) {
        font-weight: 600;
      }
      a {
        margin-left: auto;
        color: inherit;
      }
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
      @media (max-width: 40rem) {
        .ends {
          display: none;
        }
        section {
          gap: 0.45rem 0.8rem;
        }
        button {
          padding: 0 0.65rem;
        }
        button.play {
          min-width: 4.8rem;
        }
        .steps,
        .refusal {
          order: 1;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  #speed = SPEEDS[1];

  render() {
    const { link, look } = this;
    const { first, last } = link.outline;
    const { before, after, breach } = look.moments;
    const playing = look.speed > 0;
    return html`<section aria-label=${words.past.title} aria-busy=${look.busy}>
      <div class="way">
        <input
          type="range"
          aria-label=${words.past.slider}
          aria-valuetext=${this.#told(look.at)}
          min=${Date.parse(first.at)}
          max=${Date.parse(last.at)}
          step="any"
          .value=${String(look.at)}
          @change=${(event) => link.seek(Number(event.target.value))}
        />
        <svg aria-hidden="true">${marksOf(link.outline).map(mark)}</svg>
      </div>
      <p class="ends"><time>${this.#told(first.at)}</time> <time>${this.#told(last.at)}</time></p>
      <button type="button" class="play" @click=${() => (playing ? link.pause() : link.play(this.#speed))}>
        ${playing ? words.past.pause : words.past.play}
      </button>
      <fieldset @change=${(event) => this.#pace(Number(event.target.value))}>
        <legend class="unseen">${words.past.speed}</legend>
        ${SPEEDS.map(
          (speed) =>
            html`<label><input type="radio" name="speed" value=${speed} ?checked=${speed === this.#speed} />${words.past.times(speed)}</label>`,
        )}
      </fieldset>
      <div class="steps">
        ${this.#step(words.past.before, before)} ${this.#step(words.past.after, after)} ${this.#step(words.past.breach, breach)}
      </div>
      <a href=${location.pathname}>${words.past.toNow}</a>
      ${look.refused ? refusal(look.refused) : nothing}
    </section>`;
  }

  /** What cannot be gone to keeps its place, and the focus. */
  #step(word, event) {
    return html`<button type="button" aria-disabled=${event === undefined} @click=${() => event && this.link.goTo(event)}>${word}</button>`;
  }

  #pace(speed) {
    this.#speed = speed;
    if (this.link.speed > 0) {
      this.link.play(speed);
    }
    this.requestUpdate();
  }

  #told = (instant) => `${this.zone.day(instant)}, ${this.zone.clock(instant)}`;
}

const mark = ({ part, kind }) =>
  kind === "breach"
    ? svg`<svg x="${(part * 100).toFixed(2)}%" overflow="visible"><path class="breach" d="M0 -1l5 9h-10z" /></svg>`
    : svg`<rect class="phase" x="${(part * 100).toFixed(2)}%" width="2" height="7" />`;

customElements.define("past-bar", PastBar);
