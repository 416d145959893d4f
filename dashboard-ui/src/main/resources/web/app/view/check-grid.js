import { LitElement, css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { words } from "../words.js";
import "./check-card.js";
import { shared } from "./shared.js";

/** The cards of one check, one per item, under its name and the state it is to be in. */
class CheckGrid extends LitElement {
  static properties = {
    group: { attribute: false },
    trails: { attribute: false },
    zone: { attribute: false },
    phase: { attribute: false },
  };

  static styles = [
    shared,
    css`
      h3 {
        padding-bottom: 0.45rem;
        font-size: 0.86rem;
        font-weight: 400;
        color: var(--muted);
      }
      b {
        font-weight: 600;
        color: var(--ink);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr));
        gap: 0.7rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  render() {
    const { check, state, rows } = this.group;
    return html`
      <h3><b>${check}</b>${state ? html` ${words.card.toBe} <b>${state}</b>` : ""}</h3>
      <ul>
        ${repeat(
          rows,
          (row) => row.check.item,
          (row) =>
            html`<li class=${row.check.probe === "postgres" ? "wide" : ""}>
              <check-card
                .check=${row.check}
                .expectation=${row.expectation}
                .trail=${this.trails.get(`${row.check.check}/${row.check.item}`)}
                .zone=${this.zone}
                .phase=${this.phase}
              ></check-card>
            </li>`,
        )}
      </ul>
    `;
  }
}

customElements.define("check-grid", CheckGrid);
