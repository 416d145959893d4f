import { LitElement, css, html, nothing } from "lit";
import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** What everybody should read: why a rollback is proposed, what was announced, when there will be more. */
class NoticeList extends LitElement {
  static properties = { run: { attribute: false }, zone: { attribute: false } };

  static styles = [
    shared,
    signStyles,
    css`
      ul {
        padding-top: 0.6rem;
      }
      li {
        padding: 0.35rem 0;
      }
      .proposed {
        padding: 0.6rem 0.9rem;
        border-left: 3px solid var(--not-met);
        background: var(--not-met-tint);
      }
    `,
  ];

  render() {
    const { proposals, announcements, nextUpdateAt, rollback } = this.run;
    return html`<ul>
      ${rollback ? nothing : proposals.map((why) => html`<li class="proposed">${sign("not-met")} <b>${words.notice.proposed}:</b> ${why}</li>`)}
      ${announcements.map(
        ({ text, by, at }) =>
          html`<li>${sign("said")} ${inLanguage(text)} <span class="quiet">${words.notice.said(by, this.zone.clock(at))}</span></li>`,
      )}
      ${nextUpdateAt ? html`<li class="quiet">${words.notice.nextUpdate(this.zone.minute(nextUpdateAt))}</li>` : nothing}
    </ul>`;
  }
}

customElements.define("notice-list", NoticeList);
