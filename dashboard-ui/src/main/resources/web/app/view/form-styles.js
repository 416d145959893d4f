/** How fields, buttons and choices look, wherever something is typed, asked for or picked. */

import { css } from "lit";

/** What is typed or picked from a list. */
export const fieldStyles = css`
  input:not(:where([type="radio"])),
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
`;

/** One of a few words in a row; the words are the labels of radio buttons that are not drawn. */
export const pickStyles = css`
  fieldset {
    display: flex;
    gap: 0.9rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset label {
    cursor: pointer;
  }
  label:has(:checked) {
    box-shadow: 0 2px 0 var(--picked, var(--accent));
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--picked, var(--accent));
    outline-offset: 2px;
  }
  [type="radio"] {
    position: absolute;
    opacity: 0;
  }
`;

/** A form: fields, buttons, and the refusal under them. */
export const formStyles = [
  fieldStyles,
  css`
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
  `,
];
