/** Which page the address asks for: `/runs/<run>` is a run, anything else the door. */

import "./view/run-list.js";
import "./view/run-page.js";

const [, run] = /^\/runs\/([^/]+)/.exec(location.pathname) ?? [];
const page = document.createElement(run ? "run-page" : "run-list");
if (run) {
  page.run = decodeURIComponent(run);
} else {
  page.all = new URLSearchParams(location.search).has("all");
}
document.body.append(page);
