import { css } from "lit";

/** The phases hang on one line, as floors of a tower: the node stands on it, the content right of it. */
export const phaseStyles = css`
  section {
    position: relative;
    padding-left: 3.2rem;
    scroll-margin-top: 1rem;
  }
  section::before {
    content: "";
    position: absolute;
    top: 0;
    bottom: 0;
    left: 1.05rem;
    border-left: 1px solid var(--hairline);
  }
  :host(:first-child) section::before {
    top: 1.6rem;
  }
  :host(:last-child) section:not(.current)::before {
    bottom: calc(100% - 1.6rem);
  }
  summary {
    display: grid;
    grid-template-columns: auto auto 1fr auto;
    gap: 0 0.9rem;
    align-items: center;
    min-height: 3.2rem;
  }
  .node {
    position: absolute;
    left: 0.2rem;
    padding: 0.35rem 0.2rem;
    background: var(--ground);
    font-size: 1.12rem;
    line-height: 1;
  }
  h2 {
    font-size: 1.1rem;
    font-weight: 600;
  }
  .state {
    font-size: 0.86rem;
    color: var(--muted);
    white-space: nowrap;
  }
  .times {
    font-size: 0.86rem;
    color: var(--muted);
    text-align: right;
    white-space: nowrap;
  }
  /* an age that grows pushes nothing away */
  .state age-of {
    display: inline-block;
    min-width: 6rem;
  }
  .signs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.3rem;
    align-items: center;
    font-size: 0.86rem;
  }
  .pending h2 {
    font-weight: 400;
    color: var(--muted);
  }
  .reason {
    padding: 0.6rem 0.9rem;
    border-left: 3px solid var(--field-line);
    background: var(--surface);
  }
  .failed .reason {
    border-color: var(--not-met);
  }
  .broken,
  .breach .state {
    color: var(--not-met);
    font-weight: 600;
  }
  .current h2 {
    font-size: 1.5rem;
    color: var(--ink);
    font-weight: 600;
  }
  .current .node {
    font-size: 1.35rem;
    left: 0;
  }
  .current .state {
    color: var(--accent);
    font-weight: 600;
  }
  .failed .state {
    color: var(--not-met);
  }
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.15rem;
    padding: 0.4rem 0 2rem;
  }
  @media (max-width: 48rem) {
    section {
      padding-left: 2.5rem;
    }
    section::before {
      left: 0.85rem;
    }
    .node {
      left: 0;
    }
    summary {
      grid-template-columns: 1fr auto;
      padding: 0.4rem 0;
    }
    h2,
    .signs {
      grid-column: 1 / -1;
      justify-self: start;
    }
    .state {
      white-space: normal;
    }
    .state age-of {
      min-width: 0;
    }
    .times {
      grid-row: 2;
      grid-column: 2;
    }
    .inside {
      margin-left: -2.5rem;
      background: var(--ground);
      position: relative;
    }
  }
`;
