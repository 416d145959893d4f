/** Under which name this browser speaks, kept from visit to visit. */

const KEY = "tower.author";

export const author = () => localStorage.getItem(KEY) ?? "";

export const setAuthor = (name) => localStorage.setItem(KEY, name.trim());
