import { css } from "lit";

/** A screen full, whatever the screen: sizes are in rem, and on a wall a rem is a part of the screen (page.css). */
export const wallStyles = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto auto auto auto 1fr auto auto;
    height: 100vh;
    overflow: hidden;
    padding: 1.2rem 2rem 1.2rem;
  }
  main.nothing {
    grid-template-rows: 1fr;
    place-items: center;
  }
  header {
    display: flex;
    gap: 2rem;
    align-items: baseline;
    justify-content: space-between;
    margin: -1.2rem -2rem 0;
    padding: 0.6rem 2rem;
    background: var(--surface);
    font-size: 1.1rem;
  }
  header.simulation {
    color: var(--on-band);
    background: var(--band);
  }
  header.rehearsal {
    color: var(--on-rehearsal);
    background: var(--rehearsal);
  }
  .mode {
    font-weight: 600;
  }
  header > :last-child {
    white-space: nowrap;
  }
  time {
    font-size: 2.2rem;
    font-weight: 600;
    line-height: 1;
  }
  h1 {
    padding: 1.1rem 0 0.3rem;
    font-size: 2.5rem;
    font-weight: 600;
    line-height: 1.12;
    letter-spacing: -0.015em;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .breach h1 {
    color: var(--not-met);
  }
  .next,
  .told {
    padding-bottom: 0.6rem;
    font-size: 1.5rem;
    color: var(--muted);
  }
  .told {
    color: var(--ink);
  }
  window-line {
    grid-row: 5;
  }
  dl {
    display: flex;
    grid-row: 6;
    gap: 4rem;
    align-content: center;
    align-items: center;
    justify-content: space-evenly;
  }
  dl div {
    display: grid;
    justify-items: center;
  }
  dd {
    font-size: 6rem;
    font-weight: 600;
    line-height: 1;
    letter-spacing: -0.03em;
    white-space: nowrap;
  }
  dt {
    padding-top: 0.3rem;
    font-size: 1.4rem;
    color: var(--muted);
  }
  .calm,
  .broken {
    grid-row: 7;
    /* three lines are always there: what is said below pushes no number away */
    min-height: 7.4rem;
    padding-bottom: 0.8rem;
    font-size: 1.4rem;
  }
  .calm {
    display: grid;
    align-content: start;
  }
  .broken li {
    margin-top: 0.35rem;
    padding: 0.5rem 1rem;
    border-radius: var(--round);
    color: var(--on-breach-ground);
    background: var(--breach-ground);
  }
  .broken .sign {
    --on-breach: var(--breach-ground);

    color: var(--breach-sign);
  }
  .broken age-of {
    display: inline;
  }
  ol {
    display: flex;
    grid-row: 8;
    gap: 0.6rem;
  }
  ol li {
    flex: 1 1 auto;
    min-width: 0;
    padding: 0.5rem 0.7rem;
    overflow: hidden;
    border: 1px solid var(--hairline);
    border-radius: var(--round);
    font-size: 1.05rem;
    line-height: 1.3;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  ol span {
    display: block;
    color: var(--muted);
  }
  ol .active,
  ol .awaiting-decision {
    flex-grow: 1.5;
    border-color: var(--accent);
    background: var(--accent-tint);
  }
  ol .breach {
    border-color: var(--not-met);
    background: var(--not-met-tint);
  }
  @media (max-aspect-ratio: 1/1) {
    header {
      flex-wrap: wrap;
      gap: 0.2rem 1rem;
    }
    .mode {
      order: 1;
      flex-basis: 100%;
    }
    h1 {
      -webkit-line-clamp: 4;
    }
    dl {
      flex-direction: column;
      justify-content: center;
    }
    dd {
      font-size: 3.4rem;
    }
    ol {
      flex-wrap: wrap;
    }
    ol li {
      flex-basis: 30%;
    }
  }
  :host([lost]) main {
    filter: grayscale(1) opacity(0.72);
  }
`;
