import { LitElement, html } from "lit";
import { now } from "../clock.js";
import { span } from "../time.js";
import { Ticking } from "./ticking.js";

/** How long ago an instant was (or, with `until`, how long it takes to it), by the server's clock; ticks by itself. */
class AgeOf extends LitElement {
  static properties = { at: {}, until: { type: Boolean } };

  #ticking = new Ticking(this);

  render() {
    const age = now() - (typeof this.at === "number" ? this.at : Date.parse(this.at));
    return html`${span(this.until ? -age : age)}`;
  }
}

customElements.define("age-of", AgeOf);
