/** Asks the page to open its question: what a command will do, and why. */

/**
 * @param type of the command
 * @param about what it is about, in words
 * @param body the command's own fields
 */
export function ask(element, type, about, body = {}) {
  element.dispatchEvent(new CustomEvent("ask", { bubbles: true, composed: true, detail: { type, about, body } }));
}
