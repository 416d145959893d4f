/** Texts of the plan are objects from language to text; `und` when nobody told the language. */

import { language } from "./language.js";

/** The address, if it leads to a page; undefined if it is none, or one that would run as a script. */
export const webAddress = (text) => (/^https?:\/\//i.test(text ?? "") ? text : undefined);

/** The text in the reader's language; else in English; else in whichever there is. */
export function inLanguage(text, wanted = language) {
  const found = [wanted, "en"].find((candidate) => candidate in text);
  return found === undefined ? Object.values(text)[0] : text[found];
}
