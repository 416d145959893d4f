/** How loud an event is; the timeline is filtered by it. Pure. */

const MILESTONES = [
  ...["run.", "plan.", "phase.", "decision.", "breach.", "rollback.", "waiver.", "window.", "comment.", "announcement."],
  ...["step.finished", "step.failed", "lane.lost"],
];

/** Subject and verb of a CloudEvents type: `phase.started`. */
export const shortType = (type) => type.replace(/^dev\.migrationtower\./, "").replace(/\.v\d+$/, "");

/** Whether it is worth telling somebody who reads one line in ten minutes. */
export const isMilestone = (event) => MILESTONES.some((start) => shortType(event.type).startsWith(start));

/** What the timeline shows, newest first: `milestones`, `changes` (all but mere looks), `people` (what they did), or `everything`. */
export function chosen(state, filter) {
  switch (filter) {
    case "milestones":
      return state.events.filter(isMilestone);
    case "people":
      return state.events.filter(({ by }) => by);
    case "changes":
      return state.events;
    default:
      return [...state.events, ...state.looks].sort((a, b) => b.revision - a.revision);
  }
}
