import { LitElement, css, html, nothing } from "lit";
import { inLanguage } from "../text.js";
import { may } from "../link/me.js";
import { words } from "../words.js";
import { ask } from "./ask.js";
import { formStyles } from "./form-styles.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** What everybody should read: why a rollback is proposed, what was announced, when there will be more. */
class NoticeList extends LitElement {
  static properties = { run: { attribute: false }, zone: { attribute: false } };

  static styles = [
    shared,
    signStyles,
    formStyles,
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
    const { proposals, announcements, rollback } = this.run;
    return html`<ul>
      ${rollback ? nothing : proposals.map((why) => html`<li class="proposed">${sign("not-met")} <b>${words.notice.proposed}:</b> <span lang="en">${why}</span></li>`)}
      ${announcements.map(
        ({ id, text, by, at }) =>
          html`<li>${sign("said")} ${inLanguage(text)} <span class="quiet">${by ? words.notice.said(by, this.zone.clock(at)) : this.zone.clock(at)}</span>
            ${may("unannounce")
              ? html`<button type="button" class="small" @click=${() => ask(this, "unannounce", "", { announcement: id })}>
                  ${words.act.unannounce.word}…
                </button>`
              : nothing}
          </li>`,
      )}
    </ul>`;
  }
}

customElements.define("notice-list", NoticeList);
