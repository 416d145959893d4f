/** What happened, in the reader's language; the record itself is in English, and stays beside it. Pure. */

import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { shortType } from "./milestones.js";

/** `{text, recorded}`: a sentence, and the words of the record where they say more; null where they are the sentence. */
export function tellingOf(event, run) {
  const tell = words.event[shortType(event.type)];
  return tell ? { text: tell(titleOf(event, run), event.by), recorded: event.reason } : { text: event.reason, recorded: null };
}

/** The words in which people said something, or were refused: theirs, in whatever language. */
export function saidIn({ view }) {
  switch (view.kind) {
    case "note":
      return view.text;
    case "rejection":
      return view.problems.join(" ");
    default:
      return "";
  }
}

function titleOf({ view, subject }, run) {
  const phase = run?.phases.find(({ id }) => subject === `phase/${id}`);
  const title = view.title ?? phase?.title;
  return title ? inLanguage(title) : subject;
}
