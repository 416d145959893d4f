import { everySecond } from "../clock.js";

/** Renders its component again every second, while it is on the page. */
export class Ticking {
  #host;
  #stop;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#stop = everySecond(() => this.#host.requestUpdate());
  }

  hostDisconnected() {
    this.#stop();
  }
}
