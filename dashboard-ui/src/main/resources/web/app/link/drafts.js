/** What was typed and not yet sent, kept over a lost link, a session that ended and a reload, until it is carried out. */

const PREFIX = "tower.draft.";

/** `{fields, key, body}`; empty if nothing was kept. */
export function draft(name) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name)) ?? {};
  } catch {
    return {};
  }
}

export const keep = (name, content) => sessionStorage.setItem(PREFIX + name, JSON.stringify({ ...draft(name), ...content }));

export const drop = (name) => sessionStorage.removeItem(PREFIX + name);
