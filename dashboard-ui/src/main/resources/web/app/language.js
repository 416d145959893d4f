/** In which language this browser is spoken to: what the address says, else what the reader chose, else what the browser wishes. */

const KEY = "tower.language";

/** Each under its own name. */
export const LANGUAGES = { en: "English", fr: "Français" };

const wishes = [new URLSearchParams(location.search).get("lang"), localStorage.getItem(KEY), ...navigator.languages];

export const language = wishes.map((wish) => wish?.split("-")[0]).find((wish) => wish in LANGUAGES) ?? "en";

/** How numbers, lists and times are written. */
export const locale = { en: "en-GB", fr: "fr-FR" }[language];

/** From now on in this one. What was typed is kept in drafts, so the page may begin anew. */
export function speak(code) {
  localStorage.setItem(KEY, code);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  location.replace(address);
  location.reload();
}
