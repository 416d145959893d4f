/** How instants and spans are told: instants in the plan's zone, spans in the two units that matter. Pure. */

import { locale } from "./language.js";

const DAYS = locale.startsWith("fr") ? "j" : "d";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of milliseconds as people say it: `12 s`, `4 min 05 s`, `25 min`, `2 h 31 min`, `3 d 4 h`. Never negative. */
export function span(millis) {
  const ms = Math.max(0, millis);
  if (ms < MINUTE) {
    return `${Math.floor(ms / SECOND)} s`;
  }
  if (ms < 10 * MINUTE) {
    return `${Math.floor(ms / MINUTE)} min ${pad((ms % MINUTE) / SECOND)} s`;
  }
  if (ms < HOUR) {
    return `${Math.floor(ms / MINUTE)} min`;
  }
  if (ms < DAY) {
    return `${Math.floor(ms / HOUR)} h ${pad((ms % HOUR) / MINUTE)} min`;
  }
  return `${Math.floor(ms / DAY)} ${DAYS} ${Math.floor((ms % DAY) / HOUR)} h`;
}

/** An ISO-8601 duration of a probe as a span; below a second in milliseconds. What is no duration is given back as it is. */
export function isoSpan(text) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text);
  if (!parts) {
    return text;
  }
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const millis = days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return millis < SECOND ? `${Math.round(millis)} ms` : span(millis);
}

const SIZES = locale.startsWith("fr") ? ["o", "ko", "Mo", "Go", "To"] : ["B", "kB", "MB", "GB", "TB"];

/** A number of bytes as people say it: `98.2 GB`. */
export function bytes(value) {
  const step = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  return `${(value / 1000 ** step).toLocaleString(locale, { maximumFractionDigits: 1 })} ${SIZES[step]}`;
}

/** Tells instants (ISO text or milliseconds) in one zone. */
export class Zone {
  #clock;
  #minute;
  #day;

  /** @param id as the plan has it; one that the browser does not know is told in UTC, and says so */
  constructor(id) {
    this.id = known(id) ? id : "UTC";
    const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: this.id, hourCycle: "h23", ...options });
    this.#clock = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
    this.#minute = format({ hour: "2-digit", minute: "2-digit" });
    this.#day = format({ weekday: "short", day: "numeric", month: "short" });
  }

  /** `22:41:30` */
  clock = (instant) => this.#clock.format(new Date(instant));

  /** `22:41` */
  minute = (instant) => this.#minute.format(new Date(instant));

  /** `Sat 23 Jul` */
  day = (instant) => this.#day.format(new Date(instant));
}

function known(id) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: id });
    return true;
  } catch {
    return false;
  }
}

const pad = (number) => String(Math.floor(number)).padStart(2, "0");
