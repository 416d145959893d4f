import { LitElement, css, svg, html } from "lit";
import { shared } from "./shared.js";

const WIDTH = 120;
const HEIGHT = 28;

/** The course of a number as a small line of steps: it had each value until it had the next. */
class SparkLine extends LitElement {
  static properties = { trail: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        flex: 0 1 7.5rem;
        min-width: 0;
      }
      svg {
        display: block;
        width: 100%;
        height: 1.75rem;
        overflow: visible;
      }
      path {
        fill: none;
        stroke: var(--muted);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      line {
        stroke: var(--hairline);
        vector-effect: non-scaling-stroke;
      }
      circle {
        fill: var(--ink);
      }
    `,
  ];

  render() {
    if (!(this.trail?.length > 1)) {
      return html`<svg aria-hidden="true"></svg>`;
    }
    const first = this.trail[0].at;
    const time = Math.max(1, this.trail.at(-1).at - first);
    const top = Math.max(1, ...this.trail.map(({ value }) => value));
    const x = (at) => (((at - first) / time) * (WIDTH - 4)).toFixed(1);
    const y = (value) => (HEIGHT - 2 - (value / top) * (HEIGHT - 5)).toFixed(1);
    const [start, ...rest] = this.trail;
    const path = `M${x(start.at)} ${y(start.value)}` + rest.map(({ at, value }) => `H${x(at)}V${y(value)}`).join("");
    const last = this.trail.at(-1);
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
      ${svg`<line x1="0" x2=${WIDTH} y1=${HEIGHT - 1} y2=${HEIGHT - 1} /><path d=${path} />
        <circle cx=${x(last.at)} cy=${y(last.value)} r="2.5" />`}
    </svg>`;
  }
}

customElements.define("spark-line", SparkLine);
