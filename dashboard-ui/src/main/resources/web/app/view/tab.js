/** The tab of the browser tells how the run stands, for whoever looks at something else. */

import { standingOfRun } from "../state/standing.js";
import { inLanguage } from "../text.js";
import { words } from "../words.js";

const ICONS = { "rolled-back": "ended", aborted: "ended" };

/** The sign that the tower is away is fetched while it is there. */
let lost = "/icons/lost.svg";
fetch(lost)
  .then((answer) => answer.text())
  .then(
    (svg) => (lost = `data:image/svg+xml,${encodeURIComponent(svg)}`),
    () => {}, // it is away already: the address may be tried again
  );

export function tellTab(run, status) {
  if (run === null) {
    return;
  }
  const standing = status === "lost" || status === "past" ? status : standingOfRun(run);
  const title = `${words.runStanding[standing]} · ${inLanguage(run.title)}`;
  const icon = standing === "lost" ? lost : `/icons/${ICONS[standing] ?? standing}.svg`;
  if (document.title !== title) {
    document.title = title;
  }
  const favicon = document.querySelector("link[rel=icon]");
  if (favicon.getAttribute("href") !== icon) {
    favicon.setAttribute("href", icon);
  }
}
