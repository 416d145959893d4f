/** What the page's own address says. */

const [, run, wall] = /^\/runs\/([^/]+)(\/wall)?/.exec(location.pathname) ?? [];

/** The run that is looked at; undefined on pages of no run. */
export const runOfPage = () => run && decodeURIComponent(run);

/** Whether it is looked at from far away. */
export const isWall = () => wall !== undefined;

/** The link by which a screen is let in; null without. */
export const wallLink = () => new URLSearchParams(location.search).get("wall");
