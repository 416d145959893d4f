import { LitElement, css, html, nothing } from "lit";
import { isoSpan } from "../time.js";
import { words } from "../words.js";
import { shared } from "./shared.js";

const ROWS = 5;

/** Who is connected to a database: a count says how many are left, and never whom to call. Its height is always the same. */
class WhoTable extends LitElement {
  static properties = { values: { attribute: false } };

  static styles = [
    shared,
    css`
      .frame {
        min-height: 11.2rem;
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.86rem;
      }
      th {
        font-weight: 400;
        color: var(--muted);
        text-align: left;
      }
      th,
      td {
        height: 1.8rem;
        padding: 0 0.9rem 0 0;
        border-bottom: 1px solid var(--hairline);
        white-space: nowrap;
      }
      .n {
        text-align: right;
        font-weight: 600;
      }
      .query {
        width: 99%;
        max-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        font-family: var(--mono);
        font-size: 0.92em;
      }
      p {
        padding-top: 0.5rem;
        font-size: 0.86rem;
      }
      @media (max-width: 40rem) {
        .query,
        .user {
          display: none;
        }
      }
    `,
  ];

  render() {
    const { who, own, ignored } = this.values;
    const more = who.length - ROWS;
    return html`
      <div class="frame">
        ${who.length === 0 ? html`<p>${words.who.nobody}</p>` : this.#table(who.slice(0, ROWS))}
        ${more > 0 ? html`<p class="quiet">${words.who.more(more)}</p>` : nothing}
      </div>
      <p class="quiet">${words.who.excluded(own ?? 0, ignored ?? 0)}</p>
    `;
  }

  #table(rows) {
    const [application, user, state, n, oldest, query] = words.who.columns;
    return html`<table>
      <caption class="unseen">
        ${words.who.title}
      </caption>
      <thead>
        <tr>
          <th class="n">${n}</th>
          <th>${application}</th>
          <th class="user">${user}</th>
          <th>${state}</th>
          <th>${oldest}</th>
          <th class="query">${query}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td class="n">${row.count}</td>
              <td>${row.application}</td>
              <td class="user">${row.user}</td>
              <td>${row.state}</td>
              <td>${isoSpan(row.oldest ?? "")}</td>
              <td class="query" title=${row.query ?? ""}>${row.query}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define("who-table", WhoTable);
