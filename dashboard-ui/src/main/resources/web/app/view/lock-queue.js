import { LitElement, css, html, nothing } from "lit";
import { isoSpan } from "../time.js";
import { words } from "../words.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** Whom the migration waits for in a database, the nearest first, and who waits behind it. */
class LockQueue extends LitElement {
  static properties = { values: { attribute: false } };

  static styles = [
    shared,
    signStyles,
    css`
      :host {
        padding-top: 0.6rem;
        font-size: 0.86rem;
      }
      p {
        padding-top: 0.3rem;
      }
      .blocked {
        color: var(--not-met);
        font-weight: 600;
      }
      li {
        padding: 0.2rem 0 0.2rem 1.7rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  render() {
    const { blocked, blockedFor, blockers = [], waiting, longestWait, queue = [] } = this.values;
    return html`
      ${blocked ? html`<p class="blocked">${sign("not-met")} ${words.locks.blocked(isoSpan(blockedFor ?? ""))}</p>` : nothing}
      <ol>
        ${blockers.map((one) => html`<li>${someone(one)} ${one.state} ${isoSpan(one.inState ?? "")} <code>${one.query}</code></li>`)}
      </ol>
      ${waiting > 0 ? html`<p>${words.locks.waiting(waiting, isoSpan(longestWait ?? ""))}</p>` : nothing}
      <ol>
        ${queue.map((group) => html`<li>${group.count} × ${someone(group)} ${group.relation} ${isoSpan(group.longest ?? "")} <code>${group.query}</code></li>`)}
      </ol>
    `;
  }
}

const someone = ({ application, user, pid }) => html`<b>${application || user}</b> <span class="quiet">${user}${pid ? ` · ${pid}` : ""}</span>`;

customElements.define("lock-queue", LockQueue);
