/** The signs: shape and colour of a standing. The word stands beside it, always; so the drawing itself is silent. */

import { css, html, svg } from "lit";

const tick = svg`<path class="stroke" d="M7.5 12.5l3 3 6-6.5" />`;
const cross = svg`<path class="stroke" d="M9 9l6 6m0-6l-6 6" />`;
const circle = svg`<circle class="edge" cx="12" cy="12" r="9" />`;
const octagon = svg`<path class="edge" d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" />`;
const triangle = svg`<path class="full" d="M12 2.5L22.5 21h-21z" /><path class="mark" d="M12 9.5v5m0 2.6v.3" />`;
const dot = svg`<circle class="full" cx="12" cy="12" r="4.5" />`;

const drawings = {
  met: svg`${circle}${tick}`,
  passed: svg`${circle}${tick}`,
  completed: svg`${circle}${tick}`,
  "not-met": svg`${octagon}${cross}`,
  failed: svg`${octagon}${cross}`,
  aborted: svg`${octagon}${cross}`,
  unknown: svg`<circle class="edge dashed" cx="12" cy="12" r="9" />
    <path class="stroke" d="M9.5 9.7a2.6 2.6 0 1 1 3.6 2.5c-.8.35-1.1.8-1.1 1.7m0 2.7v.2" />`,
  breach: triangle,
  held: svg`<rect class="edge" x="5" y="10.5" width="14" height="10" rx="2" /><path class="stroke" d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />`,
  none: circle,
  pending: circle,
  scheduled: circle,
  active: svg`${circle}${dot}`,
  "at-work": svg`${circle}${dot}`,
  "awaiting-decision": svg`<path class="stroke" d="M6 21V4" /><path class="full" d="M6 4h12l-3 4 3 4H6z" />`,
  skipped: svg`${circle}<path class="stroke" d="M8 12h8" />`,
  "rolled-back": svg`${circle}<path class="stroke" d="M15.5 12h-7m3-3l-3 3 3 3" />`,
  waived: svg`${circle}<path class="stroke" d="M5.6 18.4L18.4 5.6" />`,
  late: svg`${circle}<path class="stroke" d="M12 7v5l3.5 2" />`,
  clock: svg`${circle}<path class="stroke" d="M12 7v5l3.5 2" />`,
  lost: svg`<circle class="edge dashed" cx="12" cy="12" r="9" />${cross}`,
  said: svg`<path class="edge" d="M4 5h16v11h-8l-4 4v-4H4z" />`,
};

/** The sign of a standing, one line high unless styled otherwise. */
export const sign = (standing) =>
  html`<svg class="sign ${standing}" viewBox="0 0 24 24" aria-hidden="true">${drawings[standing]}</svg>`;

export const signStyles = css`
  .sign {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    vertical-align: -0.25em;
    color: var(--muted);
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    transition: color var(--fade);
  }
  .sign .full {
    fill: currentColor;
    stroke: none;
  }
  .sign .mark {
    stroke: var(--on-breach);
    stroke-width: 2.4;
  }
  .sign .dashed {
    stroke-dasharray: 3.2 3.2;
  }
  .sign.met,
  .sign.passed,
  .sign.completed,
  .sign.held {
    color: var(--met);
  }
  .sign.not-met,
  .sign.failed,
  .sign.aborted,
  .sign.breach {
    color: var(--not-met);
  }
  .sign.late,
  .sign.lost {
    color: var(--not-met);
  }
  .sign.waived {
    color: var(--waived);
  }
  .sign.active,
  .sign.at-work,
  .sign.awaiting-decision {
    color: var(--accent);
  }
`;
