import { LitElement, css, html, nothing, svg } from "lit";
import { now } from "../clock.js";
import { span } from "../time.js";
import { words } from "../words.js";
import { extent, marks, place, ticks } from "../state/window.js";
import { shared } from "./shared.js";
import { MARKS } from "./window-marks.js";
import { Ticking } from "./ticking.js";

const NARROW = 640;

/** The promised hours as a line, what each phase took of them, and now. */
class WindowLine extends LitElement {
  static properties = { run: { attribute: false }, zone: { attribute: false } };

  static styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        height: 3.1rem;
        overflow: visible;
      }
      .promised {
        fill: var(--surface);
        stroke: var(--hairline);
      }
      .worked {
        fill: var(--met);
        opacity: 0.55;
      }
      .worked.odd {
        opacity: 0.38;
      }
      .worked.open {
        fill: var(--accent);
        opacity: 0.75;
      }
      .end-expected {
        fill: url(#ahead);
        stroke: var(--accent);
      }
      .ahead {
        stroke: var(--accent);
        stroke-width: 3;
      }
      .mark {
        fill: var(--ink);
      }
      .mark.no-return {
        fill: var(--waived);
      }
      .mark.rollback {
        fill: var(--not-met);
      }
      .range {
        stroke: var(--waived);
        stroke-width: 2;
      }
      .over {
        fill: var(--not-met);
      }
      .tick {
        stroke: var(--hairline);
      }
      .end {
        stroke: var(--ink);
        stroke-width: 2;
      }
      .now {
        stroke: var(--ink);
        stroke-width: 2;
      }
      text {
        fill: var(--muted);
        font-size: 0.8rem;
        text-anchor: middle;
      }
      text.first {
        text-anchor: start;
      }
      text.last {
        text-anchor: end;
      }
      circle {
        fill: var(--ink);
      }
    `,
  ];

  #ticking = new Ticking(this);

  render() {
    const moment = Date.parse(this.run.endedAt ?? "") || now();
    const line = extent(this.run, moment);
    const at = (instant) => place(line, instant);
    const over = this.run.window && moment > line.closes;
    return html`<svg role="img" aria-label=${words.window.label}>
      ${svg`<rect class="promised" x=${pc(at(line.opens))} width=${pc(at(line.closes) - at(line.opens))} y="0.5rem" height="0.9rem" rx="3" />
      ${this.run.phases.map((phase, i) => worked(phase, i, moment, at))}
      <pattern id="ahead" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="ahead" x1="0" x2="0" y1="0" y2="7" />
      </pattern>
      ${marks(this.run).map((mark) => ahead(mark, at))}
      ${over ? svg`<rect class="over" x=${pc(at(line.closes))} width=${pc(at(moment) - at(line.closes))} y="1.45rem" height="0.2rem" />` : nothing}
      ${ticks(line, innerWidth < NARROW ? 4 : 9).map(
        (tick) => svg`<line class="tick" x1=${pc(at(tick))} x2=${pc(at(tick))} y1="1.7rem" y2="1.95rem" />
          <text x=${pc(at(tick))} y="2.8rem" class=${edge(at(tick))}>${this.zone.minute(tick)}</text>`,
      )}
      ${this.run.window ? svg`<line class="end" x1=${pc(at(line.closes))} x2=${pc(at(line.closes))} y1="0.25rem" y2="1.65rem" />` : nothing}
      <line class="now" x1=${pc(at(moment))} x2=${pc(at(moment))} y1="0.2rem" y2="1.75rem" /><circle cx=${pc(at(moment))} cy="0.2rem" r="0.26rem" />`}
    </svg>`;
  }
}

function worked(phase, i, moment, at) {
  if (!phase.startedAt) {
    return nothing;
  }
  const from = at(Date.parse(phase.startedAt));
  const to = at(phase.endedAt ? Date.parse(phase.endedAt) : moment);
  const kind = phase.endedAt ? (i % 2 === 0 ? "" : "odd") : "open";
  return svg`<rect class="worked ${kind}" x=${pc(from)} width=${pc(Math.max(0, to - from))} y="0.56rem" height="0.78rem" />`;
}

/** The expected end as a hatched range; the two moments after which nothing is as before as small signs that hang from the line. */
function ahead({ kind, from, to }, at) {
  const x = pc(at(from));
  if (kind === "end") {
    return svg`<rect class="end-expected" x=${x} width=${pc(at(to) - at(from))} y="0.56rem" height="0.78rem" />`;
  }
  return svg`<line class="range" x1=${x} x2=${pc(at(to))} y1="1.55rem" y2="1.55rem" />
    <svg x=${x} width="1.5rem" height="1.5rem" viewBox="0 0 24 24" overflow="visible">${MARKS[kind]}</svg>`;
}

const pc = (part) => `${(part * 100).toFixed(3)}%`;
const edge = (part) => (part < 0.04 ? "first" : part > 0.96 ? "last" : "");

customElements.define("window-line", WindowLine);

/** What is left of the promised hours, in words. */
export function windowInWords(run, moment) {
  if (!run.window) {
    return "";
  }
  const opens = Date.parse(run.window.opens);
  const closes = Date.parse(run.window.closes);
  if (moment < opens) {
    return words.window.before(span(opens - moment));
  }
  return moment > closes ? words.window.over(span(moment - closes)) : words.window.left(span(closes - moment));
}
