import { LitElement, css, html, nothing } from "lit";
import { now } from "../clock.js";
import { headline } from "../state/headline.js";
import { standingOfRun } from "../state/standing.js";
import { inLanguage } from "../text.js";
import { span } from "../time.js";
import { words } from "../words.js";
import { shared } from "./shared.js";
import { windowInWords } from "./window-line.js";
import "./me-strip.js";
import { Ticking } from "./ticking.js";

/** What the run is, what time it is, and where we are, in one sentence. */
class RunHeader extends LitElement {
  static properties = {
    state: { attribute: false },
    zone: { attribute: false },
    link: {},
  };

  static styles = [
    shared,
    css`
      .strip {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.5rem;
        align-items: baseline;
        padding: 0.75rem 0 0.6rem;
        border-bottom: 1px solid var(--hairline);
      }
      .title {
        margin-right: auto;
        font-weight: 600;
      }
      .clock {
        font-size: 1.25rem;
        font-weight: 600;
      }
      .link::before {
        content: "";
        display: inline-block;
        width: 0.6em;
        height: 0.6em;
        margin-right: 0.45em;
        border-radius: 50%;
        border: 2px solid var(--muted);
      }
      .link.live::before {
        border-color: var(--met);
        background: var(--met);
      }
      h1 {
        /* two lines are always there: a headline that gets longer pushes nothing away */
        min-height: calc(1.4rem + 2 * 1.18em);
        padding-top: 1.4rem;
        font-size: clamp(1.5rem, 1.2rem + 0.9vw, 2.05rem);
        font-weight: 600;
        line-height: 1.18;
        letter-spacing: -0.012em;
      }
      .next {
        min-height: calc(3 * 1.45em + 0.9rem);
        padding: 0.35rem 0 0.55rem;
        max-width: 90ch;
        font-size: 1.15rem;
        color: var(--muted);
      }
      @media (min-width: 64rem) {
        h1 {
          min-height: calc(1.4rem + 1.18em);
        }
        .next {
          min-height: calc(1.45em + 0.9rem);
          max-width: none;
        }
      }
      .next.over {
        min-height: 0;
      }
      h1.breach {
        color: var(--not-met);
      }
    `,
  ];

  #ticking = new Ticking(this);

  render() {
    const { state, zone, link } = this;
    const { run } = state;
    const took = (from, to) => span(Date.parse(to) - Date.parse(from));
    const { sentence, next } = headline(state, now(), zone.clock, took);
    const left = run.endedAt ? "" : windowInWords(run, now());
    return html`
      <div class="strip">
        <span class="title">${inLanguage(run.title)}</span>
        ${left ? html`<span class="quiet">${left}</span>` : nothing}
        <span>
          <time class="clock">${zone.clock(now())}</time>
          <span class="quiet">${zone.id}</span>
        </span>
        <span class="link ${link}">${words.link[link]}</span>
        <me-strip></me-strip>
      </div>
      <h1 class=${standingOfRun(run)}>${sentence}</h1>
      <p class=${run.endedAt ? "next over" : "next"}>${next}</p>
    `;
  }
}

customElements.define("run-header", RunHeader);
