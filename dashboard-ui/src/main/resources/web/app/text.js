/** Texts of the plan are objects from language to text; `und` when nobody told the language. */

const wanted = (globalThis.navigator?.languages ?? ["en"]).map((language) => language.split("-")[0]);

/** The text in the reader's language; else in English; else in whichever there is. */
export function inLanguage(text, languages = wanted) {
  const language = [...languages, "en"].find((candidate) => candidate in text);
  return language === undefined ? Object.values(text)[0] : text[language];
}
