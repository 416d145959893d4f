import { LitElement, css, html, nothing } from "lit";
import { mayWaive } from "../state/choices.js";
import { quantityOf } from "../state/reduce.js";
import { standingOf } from "../state/standing.js";
import { inLanguage, webAddress } from "../text.js";
import { bytes } from "../time.js";
import { locale } from "../language.js";
import { words } from "../words.js";
import "./age-of.js";
import { ask } from "./ask.js";
import "./catalogue-table.js";
import "./evidence-list.js";
import "./lock-queue.js";
import { formStyles } from "./form-styles.js";
import { shared } from "./shared.js";
import { sign, signStyles } from "./sign.js";
import "./spark-line.js";
import "./who-table.js";

/** One item of a check, towards one expectation: what was expected, what was seen, since when, how old that is. */
class CheckCard extends LitElement {
  static properties = {
    check: { attribute: false },
    expectation: { attribute: false },
    trail: { attribute: false },
    zone: { attribute: false },
    phase: { attribute: false },
  };

  static styles = [
    shared,
    signStyles,
    formStyles,
    css`
      article {
        position: relative;
        height: 100%;
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--surface);
        transition:
          background-color var(--fade),
          border-color var(--fade);
      }
      summary {
        display: grid;
        grid-template-columns: 2rem 1fr;
        gap: 0 0.6rem;
        min-height: 7.4rem;
        padding: 0.85rem 1rem 0.75rem;
        align-content: start;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.6rem;
        align-items: baseline;
        padding-right: 1.6rem;
      }
      h4 {
        font-size: 1rem;
        font-weight: 600;
        overflow-wrap: break-word;
      }
      .word {
        color: var(--muted);
        font-weight: 600;
        white-space: nowrap;
        transition: color var(--fade);
      }
      summary > .sign {
        width: 1.9rem;
        height: 1.9rem;
        margin-top: -0.2rem;
      }
      .seen,
      .ages {
        grid-column: 2;
      }
      .seen {
        min-height: calc(2 * 1.45em + 0.15rem);
        padding-top: 0.15rem;
        overflow-wrap: anywhere;
      }
      /* whatever it says, the card keeps its size; opened, it says all */
      details:not([open]) .saw {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .narrow .seen {
        min-height: calc(4 * 1.45em + 0.15rem);
      }
      .ages {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.9rem;
        padding-top: 0.15rem;
        font-size: 0.86rem;
        color: var(--muted);
      }
      /* an age that gets longer pushes the next one nowhere */
      .ages span {
        min-width: 6.5rem;
      }
      .table,
      .more {
        padding: 0 1rem 0.85rem 3.6rem;
      }
      .more:empty {
        display: none;
      }
      .course {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        margin-bottom: 0.4rem;
      }
      .course b {
        font-size: 1.9rem;
        font-weight: 600;
        line-height: 1;
        flex: none;
        white-space: nowrap;
        min-width: 2ch;
        text-align: right;
      }
      .out {
        position: absolute;
        top: 0.55rem;
        right: 0.6rem;
        padding: 0.25rem 0.45rem;
        text-decoration: none;
        color: var(--muted);
      }
      .out:hover {
        color: var(--accent);
      }
      article.met .word,
      article.held .word {
        color: var(--met);
      }
      article.not-met {
        border-color: var(--not-met-line);
        background: var(--not-met-tint);
      }
      article.not-met .word,
      article.breach .word {
        color: var(--not-met);
      }
      article.breach {
        border-color: var(--not-met);
        background: var(--not-met-tint);
      }
      article.unknown {
        border-style: dashed;
        border-color: var(--muted);
        background: repeating-linear-gradient(-45deg, transparent 0 7px, var(--hatch) 7px 8px);
      }
      article.waived .word {
        color: var(--waived);
      }
      article.none {
        background: none;
      }
      @media (max-width: 40rem) {
        .table,
        .more {
          padding-left: 1rem;
        }
      }
    `,
  ];

  render() {
    const { check } = this;
    const standing = standingOf(this.expectation);
    return html`<article class="${standing} ${this.#table() === nothing ? "narrow" : ""}" aria-label="${inLanguage(check.title)}: ${words.standing[standing]}">
      <details>
        <summary>
          ${sign(standing)}
          <header>
            <h4>${inLanguage(check.title)}</h4>
            <span class="word">${words.standing[standing]}</span>
          </header>
          <p class="seen">${this.#seen()}</p>
          <p class="ages">${this.#ages()}</p>
        </summary>
        ${this.#more(standing)}
        <evidence-list .saw=${check.saw} .probe=${check.probe} .zone=${this.zone}></evidence-list>
      </details>
      ${this.#table()}
      ${webAddress(check.link)
        ? html`<a class="out" href=${check.link} target="_blank" rel="noreferrer" title=${words.card.link}
            >↗<span class="unseen">${words.card.link}</span></a
          >`
        : nothing}
    </article>`;
  }

  #seen() {
    const { saw } = this.check;
    const expected = this.expectation ? html`${words.card.expected} <code>${this.expectation.expected}</code>, ` : nothing;
    return html`${expected}<span class="saw">${saw ? this.#saw(saw) : words.card.neverSeen}</span>`;
  }

  #saw(saw) {
    if (saw.cause) {
      return html`${words.card.cause}: ${saw.message}`;
    }
    return html`${words.card.saw} ${this.expectation?.saw ?? (saw.states.join(", ") || words.card.noState)}`;
  }

  /** What is asked for only by those who open the card. */
  #more(standing) {
    const { expectation: e, check } = this;
    const waivable = e && !e.held && standing !== "met" && standing !== "waived" && this.phase && mayWaive(this.phase);
    const title = inLanguage(check.title);
    return html`<div class="more">
      ${check.say ? html`<p>${inLanguage(check.say)}.</p>` : nothing}
      ${e && !e.proven ? html`<p class="quiet">${words.card.unproven}</p>` : nothing}
      ${e?.flaps > 0 ? html`<p class="quiet">${words.card.flaps(e.flaps)}</p>` : nothing}
      ${waivable
        ? html`<button
            type="button"
            class="small"
            @click=${() => ask(this, "waive", title, { phase: e.phase, criterion: `check/${check.check}/${check.item}` })}
          >
            ${words.act.waive.word}…
          </button>`
        : nothing}
    </div>`;
  }

  #ages() {
    const { check } = this;
    const since = this.expectation?.breachedSince ?? this.expectation?.since;
    const seen = this.check.saw?.observedAt;
    return html`
      ${since ? html`<span>${words.card.since} <age-of at=${since}></age-of></span>` : nothing}
      ${check.severity === "gate" ? nothing : html`<span>${words.card.severity[check.severity]}</span>`}
      <span>${seen ? html`${words.card.seen} <age-of at=${seen}></age-of> ${words.card.ago}` : words.card.neverSeen}</span>
    `;
  }

  #table() {
    const values = this.check.saw?.values ?? {};
    if (values.columns?.length || values.sequences?.length) {
      return html`<div class="table"><catalogue-table .values=${values}></catalogue-table></div>`;
    }
    const quantity = quantityOf(this.check);
    return quantity
      ? html`<div class="table">
          <p class="course">
            <b>${amount(quantity)}</b> ${words.who.numbers[quantity.name] ?? quantity.name} <spark-line .trail=${this.trail}></spark-line>
          </p>
          ${values.who ? html`<who-table .values=${values}></who-table>` : nothing}
          ${values.blocked || values.waiting > 0 ? html`<lock-queue .values=${values}></lock-queue>` : nothing}
        </div>`
      : nothing;
  }
}

const BYTES = new Set(["dataSize", "disk", "bytes", "used"]);

/** A number with its unit, if it has one. */
function amount({ name, value }) {
  return BYTES.has(name) ? bytes(value) : value.toLocaleString(locale, { maximumFractionDigits: 1 });
}

customElements.define("check-card", CheckCard);
