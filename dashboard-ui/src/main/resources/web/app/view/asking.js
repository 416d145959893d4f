/** Sends commands for a component: one at a time, and the same key again when no answer came, so that it is carried out once. */

import { author } from "../link/author.js";
import { Refused, command, newKey } from "../link/api.js";

export class Asking {
  #host;
  #key = "";
  #body = "";

  /** What was refused last, or null. */
  refused = null;
  busy = false;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /** True when the run did it. */
  async ask(run, body) {
    const signed = { ...body, ...(author() && { author: author() }) };
    const text = JSON.stringify({ ...signed, revision: undefined });
    if (text !== this.#body) {
      this.#body = text;
      this.#key = newKey();
    }
    this.#show(true, null);
    try {
      await command(run, this.#key, signed);
      this.#body = "";
      this.#show(false, null);
      return true;
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      this.#body = problem.answered ? "" : this.#body;
      this.#show(false, problem);
      return false;
    }
  }

  #show(busy, refused) {
    this.busy = busy;
    this.refused = refused;
    this.#host.requestUpdate();
  }
}
