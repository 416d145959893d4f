/**
 * The stream of one run: resumes where it was, notices silence, and asks for a snapshot when told that something is missing.
 *
 * The browser reconnects by itself and sends `Last-Event-ID` then; it gives up for good when the server answers with an error,
 * and notices nothing when the line is dead but not closed. For both this opens a new connection.
 */

const SILENT_HEARTBEATS = 2.5;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
const UNTIL_HELLO = ["hello", "snapshot", "heartbeat", "probes"];

export class RunStream {
  #address;
  #onFrame;
  #onTrouble;
  #source = null;
  #known = new Set();
  #lastId = "";
  #lastFrameAt = Date.now();
  #heartbeat = 15_000;
  #wait = FIRST_WAIT;
  #reopening = 0;

  /**
   * @param address of the stream
   * @param onFrame called with `{type, data}`, the data parsed
   * @param onTrouble called when the link is lost, or silent for too long; perhaps many times
   */
  constructor(address, onFrame, onTrouble) {
    this.#address = address;
    this.#onFrame = onFrame;
    this.#onTrouble = onTrouble;
  }

  /** When the newest frame came, by the browser's clock. */
  get lastFrameAt() {
    return this.#lastFrameAt;
  }

  /** Connects, from the newest frame on that was seen. */
  open() {
    this.close();
    this.#known.clear();
    const address = new URL(this.#address, location.href);
    if (this.#lastId !== "") {
      address.searchParams.set("last_event_id", this.#lastId);
    }
    this.#source = new EventSource(address);
    this.#source.onerror = () => this.#troubled();
    UNTIL_HELLO.forEach((type) => this.#listen(type));
  }

  /** Forgets where it was and connects anew, so that the server sends all of it. */
  startOver() {
    this.#lastId = "";
    this.open();
  }

  /** To be called now and then: a line that is dead but not closed is found by its silence. */
  watch() {
    if (Date.now() - this.#lastFrameAt > SILENT_HEARTBEATS * this.#heartbeat) {
      this.#onTrouble();
      this.#reopenSoon();
    }
  }

  /** Whoever knows that the line is cut says so at once: no need to wait for the silence. */
  cut() {
    this.#source?.close();
    this.#onTrouble();
    this.#reopenSoon();
  }

  close() {
    clearTimeout(this.#reopening);
    this.#reopening = 0;
    this.#source?.close();
  }

  #listen(type) {
    if (!this.#known.has(type)) {
      this.#known.add(type);
      this.#source.addEventListener(type, (message) => this.#arrived(type, message));
    }
  }

  #arrived(type, { data, lastEventId }) {
    const parsed = JSON.parse(data);
    this.#lastFrameAt = Date.now();
    this.#wait = FIRST_WAIT;
    if (lastEventId !== "") {
      this.#lastId = lastEventId;
    }
    if (type === "hello") {
      this.#heartbeat = parsed.heartbeatSeconds * 1000;
      parsed.types.forEach((name) => this.#listen(name));
    }
    this.#onFrame({ type, data: parsed });
  }

  #troubled() {
    this.#onTrouble();
    if (this.#source.readyState === EventSource.CLOSED) {
      this.#reopenSoon();
    }
  }

  #reopenSoon() {
    if (this.#reopening !== 0) {
      return;
    }
    const wait = this.#wait * (0.5 + Math.random() / 2);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    this.#reopening = setTimeout(() => this.open(), wait);
  }
}
