import { html, nothing } from "lit";
import { words } from "../words.js";

const signInAddress = () => `/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`;

/** Why a command was not carried out, in words. */
export const refusal = (refused) =>
  refused
    ? html`<div class="refusal" role="alert">
        <strong>${refused.message}</strong>
        ${refused.detail ? html`<p lang="en">${refused.detail}</p>` : nothing}
        ${refused.signedOut
          ? html`<p>${words.ask.signedOut} <a href=${signInAddress()} target="_blank">${words.ask.signIn} ↗</a></p>`
          : nothing}
        <ul lang="en">
          ${refused.problems.map((problem) => html`<li>${problem}</li>`)}
        </ul>
      </div>`
    : nothing;
