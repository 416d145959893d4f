/** Which page the address asks for: `/runs/<run>` is a run, `/runs/<run>/wall` the same for a room, `/runs/<run>/compare` two of them, `/sign-in` asks who comes, anything else is the list. */

import { language } from "./language.js";
import { isComparison, isWall, runOfPage } from "./link/address.js";
import { askWhoIAm } from "./link/me.js";
import "./view/compare-page.js";
import "./view/run-list.js";
import "./view/run-page.js";
import "./view/sign-in-page.js";
import "./view/wall-page.js";

function pageAskedFor() {
  if (location.pathname === "/sign-in") {
    return document.createElement("sign-in-page");
  }
  const run = runOfPage();
  const page = document.createElement(run ? pageOfRun() : "run-list");
  if (run) {
    page.run = run;
  } else {
    page.all = new URLSearchParams(location.search).has("all");
  }
  return page;
}

function pageOfRun() {
  if (isComparison()) {
    return "compare-page";
  }
  return isWall() ? "wall-page" : "run-page";
}

document.documentElement.lang = language;
await askWhoIAm();
document.body.append(pageAskedFor());
