import { LitElement, css, html, nothing } from "lit";
import { Refused, signIn } from "../link/api.js";
import { askWhoIAm, whoAmI } from "../link/me.js";
import { words } from "../words.js";
import "./me-strip.js";
import { formStyles } from "./form-styles.js";
import { refusal } from "./refusal.js";
import { shared } from "./shared.js";

/** The door for people: by name and password, or through the company's own. Afterwards it is the page they came from. */
class SignInPage extends LitElement {
  static properties = { _refused: { state: true } };

  static styles = [
    shared,
    formStyles,
    css`
      main {
        max-width: 26rem;
        margin: 0 auto;
        padding: 16vh 1.5rem 3rem;
      }
      h1 {
        padding-bottom: 1.2rem;
        font-size: 2rem;
        font-weight: 600;
      }
      form {
        display: grid;
        gap: 0.9rem;
        padding-bottom: 1.2rem;
      }
      me-strip {
        padding-top: 2rem;
      }
    `,
  ];

  render() {
    const { doors } = whoAmI();
    return html`<main>
      <h1>${words.me.signIn}</h1>
      ${!doors || doors.includes("password")
        ? html`<form @submit=${this.#submit}>
            <label>${words.me.name}<input name="name" required autocomplete="username" autofocus /></label>
            <label>${words.me.password}<input name="password" type="password" required autocomplete="current-password" /></label>
            <button class="primary">${words.me.signIn}</button>
          </form>`
        : nothing}
      ${doors?.includes("company") ? html`<p><a href="/sign-in/company">${words.me.company}</a></p>` : nothing}
      ${refusal(this._refused)}
      <me-strip only-language></me-strip>
    </main>`;
  }

  async #submit(event) {
    event.preventDefault();
    const { name, password } = event.target.elements;
    this._refused = null;
    try {
      await signIn(name.value, password.value);
      await askWhoIAm();
      location.assign(back());
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      password.value = "";
      this._refused = problem;
    }
  }
}

/** Where they came from, if that is a page of ours: an address is typed by anybody. */
function back() {
  const asked = new URL(new URLSearchParams(location.search).get("back") ?? "/", location.href);
  return asked.origin === location.origin ? asked : "/";
}

customElements.define("sign-in-page", SignInPage);
