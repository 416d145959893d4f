import { LitElement, css, html, nothing } from "lit";
import { LANGUAGES, language, speak } from "../language.js";
import { signOut } from "../link/api.js";
import { askWhoIAm, onMe, whoAmI } from "../link/me.js";
import { words } from "../words.js";
import { shared } from "./shared.js";

/** Who looks, and in which language. */
class MeStrip extends LitElement {
  static styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 0.3rem 1rem;
        align-items: baseline;
      }
      button {
        min-height: 1.75rem;
        padding: 0 0.4rem;
        border: 0;
        background: none;
        color: var(--accent);
        font: inherit;
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
        cursor: pointer;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = onMe(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    return html`${this.hasAttribute("only-language") ? nothing : this.#who()}
    ${Object.entries(LANGUAGES)
      .filter(([code]) => code !== language)
      .map(([code, name]) => html`<button type="button" lang=${code} @click=${() => speak(code)}>${name}</button>`)}`;
  }

  #who() {
    const { name, anonymous } = whoAmI();
    if (anonymous) {
      return html`<a href="/sign-in?back=${encodeURIComponent(location.pathname + location.search)}">${words.me.signIn}</a>`;
    }
    return name
      ? html`<span class="quiet">${name}</span> <button type="button" @click=${() => signOut().then(askWhoIAm, askWhoIAm)}>${words.me.signOut}</button>`
      : nothing;
  }
}

customElements.define("me-strip", MeStrip);
