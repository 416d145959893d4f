import { LitElement, css, html, nothing } from "lit";
import { may } from "../link/me.js";
import { words } from "../words.js";
import { ask } from "./ask.js";
import { formStyles } from "./form-styles.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";

/** What a gate may pass without, by whose word, and until when. */
class WaiverList extends LitElement {
  static properties = { waivers: { attribute: false }, phase: {}, zone: { attribute: false } };

  static styles = [
    shared,
    signStyles,
    formStyles,
    css`
      li {
        padding: 0.3rem 0;
      }
    `,
  ];

  render() {
    return html`<ul aria-label=${words.waiver.title}>
      ${this.waivers.map(
        ({ criterion, by, at, reason, until }) =>
          html`<li>
            ${sign("waived")} ${words.waiver.title} <code>${criterion}</code>: ${reason}
            <span class="quiet">
              ${words.waiver.by(by, this.zone.clock(at))}${until ? `, ${words.waiver.until(this.zone.clock(until))}` : ""}
            </span>
            ${may("unwaive")
              ? html`<button type="button" class="small" @click=${() => ask(this, "unwaive", criterion, { phase: this.phase, criterion })}>
                  ${words.act.unwaive.word}…
                </button>`
              : nothing}
          </li>`,
      )}
    </ul>`;
  }
}

customElements.define("waiver-list", WaiverList);
