import { html, nothing } from "lit";
import { author, setAuthor } from "../link/author.js";
import { whoAmI } from "../link/me.js";
import { words } from "../words.js";

/** Who speaks: people take turns, and the record must know whom to ask. Whoever signed in is known. */
export const authorField = () =>
  whoAmI().name
    ? nothing
    : html`<label class="name"
        >${words.decision.as}
        <input
          name="author"
          autocomplete="nickname"
          maxlength="60"
          placeholder=${words.decision.asHint}
          .value=${author()}
          @change=${(event) => setAuthor(event.target.value)}
        />
      </label>`;
