/**
 * Sends commands for a component: one at a time, and the same key again as long as no answer came, even after a reload, so that it
 * is carried out once.
 */

import { Refused, command, newKey } from "../link/api.js";
import { author } from "../link/author.js";
import { draft, drop, keep } from "../link/drafts.js";
import { askWhoIAm, whoAmI } from "../link/me.js";

export class Asking {
  #host;

  /** What was refused last, or null. */
  refused = null;
  busy = false;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * True when the run did it.
   *
   * @param name of the draft, which is dropped then
   */
  async ask(run, body, name = `${run}/${body.type}`) {
    const signed = { ...body, ...(!whoAmI().name && author() && { author: author() }) };
    const text = JSON.stringify({ ...signed, revision: undefined });
    const before = draft(name);
    const key = before.body === text && before.key ? before.key : newKey();
    keep(name, { body: text, key });
    this.show(true, null);
    try {
      await command(run, key, signed);
      drop(name);
      this.show(false, null);
      return true;
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      if (problem.signedOut) {
        askWhoIAm();
      } else if (problem.answered) {
        keep(name, { key: null });
      }
      this.show(false, problem);
      return false;
    }
  }

  show(busy, refused) {
    this.busy = busy;
    this.refused = refused;
    this.#host.requestUpdate();
  }
}
