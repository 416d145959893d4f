import { LitElement, css, html, nothing } from "lit";
import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { draft, keep } from "../link/drafts.js";
import { isOperator, mayDecide } from "../link/me.js";
import { Asking } from "./asking.js";
import { authorField } from "./author-field.js";
import { formStyles } from "./form-styles.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

/**
 * The question of a gate, in large, and its two answers. With `byHand` it is a gate that nobody asked about and that cannot say
 * go by itself; a reason is needed then.
 */
class DecisionPanel extends LitElement {
  static properties = {
    run: {},
    revision: { type: Number },
    phase: { attribute: false },
    next: { attribute: false },
    zone: { attribute: false },
    byHand: { type: Boolean },
    live: { type: Boolean },
  };

  static styles = [
    shared,
    formStyles,
    css`
      section {
        padding: 1.2rem 1.4rem 1.3rem;
        border: 1px solid var(--accent);
        border-radius: var(--round);
        background: var(--accent-tint);
      }
      h3 {
        font-size: 1.9rem;
        font-weight: 600;
        line-height: 1.2;
      }
      .will {
        padding: 0.25rem 0 1rem;
        max-width: 60ch;
      }
      .said,
      .from {
        padding-bottom: 0.8rem;
      }
      section.by-hand {
        border-color: var(--hairline);
        background: none;
      }
      .by-hand h3 {
        font-size: 1rem;
      }
    `,
  ];

  #asking = new Asking(this);

  render() {
    const { phase } = this;
    const title = inLanguage(phase.title);
    const decision = phase.gate.decision;
    const question = this.byHand ? words.decision.byHand : decision ? inLanguage(decision.question) : words.decision.question(title);
    return html`<section class=${this.byHand ? "by-hand" : ""} aria-labelledby="question">
      <h3 id="question">${question}</h3>
      <p class="will">
        ${this.byHand ? words.decision.byHandWill : words.decision.will(title, this.next && inLanguage(this.next.title))}
      </p>
      ${this.#said(decision)}
      ${decision ? html`<p class="quiet from">${words.decision.from(decision.role, decision.people)}</p>` : nothing}
      ${mayDecide(decision ?? { people: [] }) ? this.#form() : html`<p>${isOperator() ? words.decision.notYours : ""}</p>`}
    </section>`;
  }

  #form() {
    return html`<form @submit=${(event) => event.preventDefault()} @input=${this.#keep}>
        <label class="wide">
          ${words.decision.reason}
          <input name="reason" maxlength="500" autocomplete="off" placeholder=${words.decision.reasonHint} ?required=${this.byHand} .value=${draft(this.#draft).fields?.reason ?? ""} />
        </label>
        ${authorField()}
        ${this.#button("go", words.decision.go, "primary")}
        ${this.byHand ? nothing : this.#button("no-go", words.decision.noGo, "")}
      </form>
      ${refusal(this.#asking.refused)}`;
  }

  get #draft() {
    return `${this.run}/decide/${this.phase.id}`;
  }

  #keep(event) {
    keep(this.#draft, { fields: { reason: event.currentTarget.elements.reason.value } });
  }

  /** Whoever sits at a keyboard can write the reason at once; a phone would open its keyboard over the question. */
  firstUpdated() {
    if (!this.byHand && document.activeElement === document.body && matchMedia("(hover: hover)").matches) {
      this.renderRoot.querySelector("[name=reason]")?.focus({ preventScroll: true });
    }
  }

  // no submit button: the Enter key must not decide
  #button(answer, word, kind) {
    return html`<button
      type="button"
      class=${kind}
      ?disabled=${!this.live || this.#asking.busy}
      @click=${(event) => this.#say(answer, event.target.form)}
    >
      ${word}
    </button>`;
  }

  #said(decision) {
    if (!decision || decision.said.length === 0) {
      return nothing;
    }
    const gone = decision.said.filter((said) => said.go).length;
    return html`<ul class="said">
      ${decision.said.map(({ by, go, at, reason }) => {
        const tell = go ? words.decision.saidGo : words.decision.saidNoGo;
        return html`<li>${tell(by, this.zone.clock(at))}${reason ? `: ${reason}` : ""}</li>`;
      })}
      ${decision.approvals > 1 ? html`<li class="quiet">${words.decision.approvals(gone, decision.approvals)}</li>` : nothing}
    </ul>`;
  }

  async #say(answer, form) {
    if (!form.reportValidity()) {
      return;
    }
    const reason = form.elements.reason.value.trim();
    const done = await this.#asking.ask(this.run, {
      type: answer,
      phase: this.phase.id,
      revision: this.revision,
      ...(reason && { reason }),
    }, this.#draft);
    if (done) {
      form.elements.reason.value = "";
    }
  }
}

customElements.define("decision-panel", DecisionPanel);
