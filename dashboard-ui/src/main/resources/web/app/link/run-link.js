/** The page's hold on one run: gathers the frames of the stream, folds them once per picture, and knows whether it is current. */

import { everySecond, setServerTime, toServerTime } from "../clock.js";
import { fold, isCurrent, nothingYet } from "../state/reduce.js";
import { runs, streamOf } from "./api.js";
import { RunStream } from "./run-stream.js";

const HIDDEN_PAGE_MS = 250;

export class RunLink {
  #run;
  #onChange;
  #stream;
  #frames = [];
  #stopWatching;

  state = nothingYet();
  /** `connecting`, `live`, or `lost`. It is live again only when the state is current, not when the line is. */
  status = "connecting";
  /** The tower answers, and knows no such run. */
  unknownRun = false;

  constructor(run, onChange) {
    this.#run = run;
    this.#onChange = onChange;
    this.#stream = new RunStream(streamOf(run), (frame) => this.#take(frame), () => this.#lost());
    this.#stopWatching = everySecond(() => this.#stream.watch());
    this.#stream.open();
    window.__tower = this.#diagnosis();
  }

  /** Since when what is shown is not news any more, by the server's clock. */
  get oldSince() {
    const { recordLostSince } = this.state;
    return recordLostSince === null ? toServerTime(this.#stream.lastFrameAt) : Date.parse(recordLostSince);
  }

  close() {
    this.#stopWatching();
    this.#stream.close();
  }

  #take(frame) {
    if (frame.data.serverTime) {
      setServerTime(frame.data.serverTime);
    }
    this.#frames.push(frame);
    if (this.#frames.length === 1) {
      // a page that is not looked at gets no animation frames, and its tab must tell the truth all the same
      document.hidden ? setTimeout(() => this.#flush(), HIDDEN_PAGE_MS) : requestAnimationFrame(() => this.#flush());
    }
  }

  #flush() {
    this.state = fold(this.state, this.#frames);
    this.#frames = [];
    if (this.state.torn) {
      this.#stream.startOver();
    } else if (isCurrent(this.state)) {
      this.status = "live";
    } else if (this.state.recordLostSince !== null) {
      this.status = "lost";
    }
    this.#onChange();
  }

  async #lost() {
    this.status = "lost";
    this.#onChange();
    if (this.state.run === null) {
      this.unknownRun = await runs().then(
        (list) => list.every(({ run }) => run !== this.#run),
        () => false,
      );
      this.#onChange();
    }
  }

  /** What tests and a console may look at. */
  #diagnosis() {
    const link = this;
    return {
      get revision() {
        return link.state.revision;
      },
      get gaps() {
        return link.state.gaps;
      },
      get repeats() {
        return link.state.repeats;
      },
      get frames() {
        return link.state.frames;
      },
      get link() {
        return link.status;
      },
      get state() {
        return link.state;
      },
    };
  }
}
