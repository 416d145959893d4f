/** The page's hold on one run: gathers the frames of the stream, folds them once per picture, and knows whether it is current. */

import { everySecond, now, setServerTime, toServerTime } from "../clock.js";
import { fold, isCurrent, nothingYet } from "../state/reduce.js";
import { undecidedSince } from "../state/silence.js";
import { runs, streamOf } from "./api.js";
import { RunStream } from "./run-stream.js";

const HIDDEN_PAGE_MS = 250;
const AWAKE_AGAIN = ["visibilitychange", "pageshow", "focus"];

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
  /** Since when nobody decides what was seen, though the line is fine; null if somebody does. */
  undecidedSince = null;

  constructor(run, onChange) {
    this.#run = run;
    this.#onChange = onChange;
    this.#stream = new RunStream(streamOf(run), (frame) => this.#take(frame), () => this.#lost());
    this.#stopWatching = everySecond(() => this.#watch());
    AWAKE_AGAIN.forEach((type) => addEventListener(type, this.#watch, true));
    addEventListener("offline", this.#cut);
    addEventListener("online", this.#back);
    this.#stream.open();
    window.__tower = this.#diagnosis();
  }

  /** Why what is shown is old: the `link`, the `record`, or the `aggregator`. */
  get why() {
    if (this.status === "lost") {
      return this.state.recordLostSince === null ? "link" : "record";
    }
    return this.undecidedSince === null ? null : "aggregator";
  }

  /** Since when what is shown is not news any more, by the server's clock. */
  get oldSince() {
    switch (this.why) {
      case "record":
        return Date.parse(this.state.recordLostSince);
      case "aggregator":
        return this.undecidedSince;
      default:
        return toServerTime(this.#stream.lastFrameAt);
    }
  }

  close() {
    this.#stopWatching();
    AWAKE_AGAIN.forEach((type) => removeEventListener(type, this.#watch, true));
    removeEventListener("offline", this.#cut);
    removeEventListener("online", this.#back);
    this.#stream.close();
  }

  // a laptop that wakes up, a tab that is looked at again: the clock went on while nothing here did
  #watch = () => {
    this.#stream.watch();
    const since = this.status === "live" ? undecidedSince(this.state, now()) : null;
    if ((since === null) !== (this.undecidedSince === null)) {
      this.undecidedSince = since;
      this.#onChange();
    }
  };

  #cut = () => this.#stream.cut();

  #back = () => this.#stream.open();

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
      get why() {
        return link.why;
      },
      get state() {
        return link.state;
      },
    };
  }
}
