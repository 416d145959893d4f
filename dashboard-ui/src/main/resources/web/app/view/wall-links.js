import { LitElement, css, html, nothing } from "lit";
import { Refused, closeWall, newKey, openWall, walls } from "../link/api.js";
import { isAdmin } from "../link/me.js";
import { words } from "../words.js";
import { formStyles } from "./form-styles.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** The screens that are let in without anybody signing in there: opened and closed by an admin, each by a link that ends by itself. */
class WallLinks extends LitElement {
  static properties = { run: {}, zone: { attribute: false }, _links: { state: true }, _refused: { state: true } };

  static styles = [
    shared,
    formStyles,
    css`
      summary {
        padding: 0.6rem 0;
        color: var(--accent);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1rem;
        align-items: center;
        padding: 0.3rem 0;
      }
      form {
        max-width: 30rem;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  #key = newKey();

  render() {
    return isAdmin()
      ? html`<details @toggle=${({ target }) => target.open && this.#try(() => this.#list())}>
          <summary>${words.screens.title}</summary>
          <ul>
            ${this._links?.map((link) => this.#link(link))}
          </ul>
          <form @submit=${this.#open}>
            <label class="wide">${words.screens.label}<input name="label" maxlength="80" autocomplete="off" /></label>
            <button>${words.screens.open}</button>
          </form>
          ${refusal(this._refused)}
        </details>`
      : nothing;
  }

  #link({ id, label, by, until, href }) {
    return html`<li>
      <a href=${href} target="_blank">${label || words.screens.unnamed} ↗</a>
      <span class="quiet">${words.screens.until(by, `${this.zone.day(until)} ${this.zone.minute(until)}`)}</span>
      <button type="button" class="small" @click=${() => this.#try(() => this.#close(id))}>${words.screens.close}</button>
    </li>`;
  }

  #open(event) {
    event.preventDefault();
    const { label } = event.target.elements;
    this.#try(async () => {
      await openWall(this.run, this.#key, label.value.trim());
      this.#key = newKey();
      label.value = "";
      await this.#list();
    });
  }

  async #close(id) {
    await closeWall(this.run, id);
    await this.#list();
  }

  async #list() {
    this._links = await walls(this.run);
  }

  async #try(action) {
    this._refused = null;
    try {
      await action();
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      this._refused = problem;
    }
  }
}

customElements.define("wall-links", WallLinks);
