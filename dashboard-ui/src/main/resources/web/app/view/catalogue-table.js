import { LitElement, css, html } from "lit";
import { words } from "../words.js";
import { shared } from "./shared.js";

/** The types that a database's catalogue tells for columns and sequences. */
class CatalogueTable extends LitElement {
  static properties = { values: { attribute: false } };

  static styles = [
    shared,
    css`
      table {
        border-collapse: collapse;
        font-size: 0.86rem;
        width: 100%;
      }
      th {
        font-weight: 400;
        color: var(--muted);
        text-align: left;
      }
      th,
      td {
        height: 1.8rem;
        padding-right: 1rem;
        border-bottom: 1px solid var(--hairline);
      }
      td {
        font-family: var(--mono);
      }
    `,
  ];

  render() {
    const rows = [...(this.values.columns ?? []), ...(this.values.sequences ?? [])];
    return html`<table>
      <thead>
        <tr>
          ${words.catalogue.columns.map((title) => html`<th>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, found, type }) =>
            html`<tr>
              <td>${name}</td>
              <td>${found === false ? words.catalogue.absent : type}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define("catalogue-table", CatalogueTable);
