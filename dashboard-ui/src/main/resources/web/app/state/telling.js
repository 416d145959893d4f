/** What happened, in the reader's language; the record itself is in English, and stays beside it. Pure. */

import { language } from "../language.js";
import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { shortType } from "./milestones.js";

/** `{text, recorded}`: a sentence, and the words of the record where they say more; null where they are the sentence, or kept from the reader. */
export function tellingOf(event, run) {
  const told = words.event[shortType(event.type)]?.(titleOf(event, run), event.by) ?? event.reason;
  if (event.reason === "") {
    return { text: told, recorded: null };
  }
  return language === "en" ? { text: event.reason, recorded: null } : { text: told, recorded: event.reason };
}

/** An event of which this reader may know only that there was one. */
export const isHidden = ({ view }) => view.kind === "note" && view.text === "";

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
