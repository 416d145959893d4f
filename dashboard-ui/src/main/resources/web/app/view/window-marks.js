/** The signs of what lies ahead on the window line; the line's words carry the same. */

import { html, svg } from "lit";

const drawn = {
  end: svg`<rect class="end-expected" x="-6" y="9" width="12" height="9" />`,
  rollback: svg`<path class="mark rollback" d="M-1 24V1h11l-3 4 3 4H1v15z" />`,
  "no-return": svg`<path class="mark no-return" d="M0 0l7 7-7 7-7-7z" />`,
};

/** By kind, round the point 0,0. */
export const MARKS = drawn;

/** The same beside words. */
export const markSign = (kind) =>
  html`<svg class="window-mark ${kind}" viewBox="-12 -2 24 28" aria-hidden="true">${drawn[kind]}</svg>`;
