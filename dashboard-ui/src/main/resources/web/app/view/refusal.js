import { css, html, nothing } from "lit";
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

/** Fields and buttons, and the refusal under them. */
export const formStyles = css`
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: end;
  }
  label {
    display: grid;
    gap: 0.2rem;
    font-size: 0.86rem;
    color: var(--muted);
  }
  label.wide {
    flex: 1 1 14rem;
  }
  label.name {
    flex: 0 1 9rem;
    min-width: 0;
  }
  input,
  select {
    width: 100%;
    min-height: 2.75rem;
    padding: 0 0.75rem;
    border: 1px solid var(--field-line);
    border-radius: var(--round);
    background: var(--ground);
    color: var(--ink);
    font: inherit;
    font-size: 1rem;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  button {
    min-height: 2.75rem;
    padding: 0 1.4rem;
    border: 1px solid var(--field-line);
    border-radius: var(--round);
    background: none;
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover:enabled {
    border-color: var(--accent);
  }
  button.small {
    min-height: 2rem;
    padding: 0 0.8rem;
    font-weight: 400;
  }
  button.grave {
    border-color: var(--not-met);
    color: var(--not-met);
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .refusal {
    margin-top: 0.75rem;
    padding: 0.6rem 0.9rem;
    border-left: 3px solid var(--not-met);
    background: var(--not-met-tint);
  }
  @media print {
    form,
    button {
      display: none;
    }
  }
`;
