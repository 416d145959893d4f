/** What somebody missed who was away. Pure. */

import { inLanguage } from "../text.js";
import { words } from "../words.js";
import { shortType } from "./milestones.js";

/**
 * The news since a revision, a phrase each; `left` is `{revision, end}` as it was then.
 *
 * @param minute an instant as people are told it
 */
export function newsSince(left, { run, events }, minute) {
  const missed = events.filter(({ revision }) => revision > left.revision);
  const of = (...types) => missed.filter((event) => types.includes(shortType(event.type)));
  const some = (list, phrase) => (list.length > 0 ? [phrase(list.length)] : []);
  const passed = of("phase.passed").map(({ view }) => inLanguage(view.title)).reverse();
  const end = run.forecast?.end?.p50;
  const news = [
    ...(passed.length > 0 ? [words.left.phases(passed)] : []),
    ...some(of("step.finished"), words.left.steps),
    ...some(of("step.failed"), words.left.failed),
    ...some(of("breach.detected"), (n) => words.left.breaches(n, of("breach.cleared").length)),
    ...some(of("decision.recorded"), words.left.said),
    ...some(of("comment.posted", "announcement.posted"), words.left.comments),
    ...(left.end && end && minute(left.end) !== minute(end) ? [words.left.end(minute(left.end), minute(end))] : []),
  ];
  return news.length > 0 ? news : [words.left.nothing];
}
