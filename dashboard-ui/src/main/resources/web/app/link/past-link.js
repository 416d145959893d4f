/**
 * The page's hold on a run as it was: the states of a live one, made from the record, at the pace of whoever looks back.
 *
 * Where it stands is an instant; a state is fetched whole when it is far from the one at hand, and else made by the events in between.
 */

import { standAt } from "../clock.js";
import { fold, nothingYet } from "../state/reduce.js";
import { momentsOf } from "../state/moments.js";
import { showInstant } from "./address.js";
import { eventsAfter, outlineOf, Refused, runAsOf, runs } from "./api.js";

const TICK_MS = 250;
const AT_ONCE = 500;
const NEAR = 1000;

export class PastLink {
  #run;
  #onChange;
  #timer = 0;
  #ahead = [];
  #fetching = false;
  #turn = 0;
  /** The revision that it is on its way to: two steps are two, however fast they are asked for. */
  #wanted = null;

  state = nothingYet();
  status = "past";
  why = null;
  oldSince = null;
  /** The tower answers, and knows no such run. */
  unknownRun = false;
  /** From when to when the record goes, and where to stop in it; null until it is known. */
  outline = null;
  /** The instant that is shown, in milliseconds. */
  at = 0;
  /** How many times faster than life it is played; 0: it stands. */
  speed = 0;
  /** Whether it is on its way to another instant. */
  busy = false;
  /** What was refused last, or null. */
  refused = null;

  /** @param at the instant or revision to begin with; empty: the first */
  constructor(run, at, onChange) {
    this.#run = run;
    this.#onChange = onChange;
    window.__tower = this;
    this.#begin(at);
  }

  /** For tests and consoles, as a live link has them. */
  get revision() {
    return this.state.revision;
  }

  get link() {
    return this.status;
  }

  /** Where it stands: the instant, the pace, whether it is on its way, what was refused, and the events to either side. */
  get look() {
    const { at, speed, busy, refused } = this;
    return { at, speed, busy, refused, moments: momentsOf(this.outline, this.#wanted ?? this.revision) };
  }

  /** Goes to an instant, in milliseconds. */
  seek(at) {
    const { first, last } = this.outline;
    const within = Math.min(Date.parse(last.at), Math.max(Date.parse(first.at), at));
    const instant = new Date(within).toISOString();
    this.#wanted = null;
    return this.#go(instant, async () => {
      const { state } = await runAsOf(this.#run, instant);
      return () => this.#stand([{ type: "snapshot", data: state }], within);
    });
  }

  /** Goes to right after an event of the outline. */
  goTo({ revision, at }) {
    const missing = revision - this.revision;
    this.#wanted = revision;
    return this.#go(revision, async () => {
      if (missing > 0 && missing <= NEAR && this.state.run !== null) {
        const events = await eventsAfter(this.#run, this.revision, missing);
        return () => this.#stand(events.map(asFrame), Date.parse(at));
      }
      const { state } = await runAsOf(this.#run, revision);
      return () => this.#stand([{ type: "snapshot", data: state }], Date.parse(at));
    });
  }

  play(speed) {
    this.speed = speed;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#onChange();
  }

  pause() {
    clearInterval(this.#timer);
    this.speed = 0;
    showInstant(new Date(this.at).toISOString());
    this.#onChange();
  }

  close() {
    clearInterval(this.#timer);
    this.#turn++;
  }

  async #begin(at) {
    await this.#try(async () => {
      this.outline = await outlineOf(this.#run);
    });
    if (this.outline?.first) {
      await this.#goAsked(at);
    } else {
      this.unknownRun = await runs().then(
        (list) => list.every(({ run }) => run !== this.#run),
        () => false,
      );
    }
    this.#onChange();
  }

  /** What an address asks for: a revision, an instant, or what makes no sense, which is the beginning. */
  #goAsked(at) {
    const { first, last } = this.outline;
    if (!/^\d+$/.test(at)) {
      const instant = Date.parse(at);
      return this.seek(Number.isNaN(instant) ? Date.parse(first.at) : instant);
    }
    const revision = Math.min(last.revision, Math.max(first.revision, Number(at)));
    return this.#go(revision, async () => {
      const { at: then, state } = await runAsOf(this.#run, revision);
      return () => this.#stand([{ type: "snapshot", data: state }], Date.parse(then));
    });
  }

  /** Only the newest wish counts: `fetch` gives back how to show what it brought. */
  async #go(address, fetch) {
    const turn = ++this.#turn;
    this.#ahead = [];
    this.busy = true;
    this.#onChange();
    await this.#try(async () => {
      const show = await fetch();
      if (turn === this.#turn) {
        show();
        showInstant(address);
      }
    });
    if (turn === this.#turn) {
      this.busy = false;
      this.#wanted = null;
      this.#onChange();
    }
  }

  #stand(frames, at) {
    this.state = fold(this.state, frames);
    this.at = at;
    standAt(at);
    if (this.state.torn) {
      this.seek(at); // the record has a hole: what is beyond it is known all the same
    }
  }

  #tick() {
    if (this.busy || this.state.run === null) {
      return;
    }
    const end = Date.parse(this.outline.last.at);
    const wanted = Math.min(end, this.at + TICK_MS * this.speed);
    this.#lookAhead();
    // the clock never runs ahead of what is known
    const known = this.#ahead.at(-1);
    const all = (known?.revision ?? this.revision) >= this.outline.last.revision;
    const reached = all ? wanted : Math.min(wanted, Math.max(this.at, known ? Date.parse(known.at) : 0));
    const later = this.#ahead.findIndex(({ at }) => Date.parse(at) > reached);
    const happened = this.#ahead.splice(0, later < 0 ? this.#ahead.length : later);
    this.#stand(happened.map(asFrame), reached);
    if (reached >= end && this.#ahead.length === 0) {
      this.pause();
    }
    this.#onChange();
  }

  /** Keeps a page of events ready, and no more. */
  async #lookAhead() {
    const after = this.#ahead.at(-1)?.revision ?? this.revision;
    if (this.#fetching || this.#ahead.length > AT_ONCE / 2 || after >= this.outline.last.revision) {
      return;
    }
    const turn = this.#turn;
    this.#fetching = true;
    await this.#try(async () => {
      const events = await eventsAfter(this.#run, after, AT_ONCE);
      if (turn === this.#turn) {
        this.#ahead = [...this.#ahead, ...events];
      }
    });
    this.#fetching = false;
    if (this.refused !== null) {
      this.pause();
    }
  }

  async #try(action) {
    try {
      await action();
      this.refused = null;
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      this.refused = problem;
    }
  }
}

const asFrame = (event) => ({ type: event.type, data: event });
