/** Every text that the page itself says, in English; fr.js has the same keys. */

const things = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const paceOf = (pace) =>
  Math.abs(pace - 1) < 0.05 ? "as fast as expected" : pace > 1 ? `${pace.toFixed(1)} times slower` : `${(1 / pace).toFixed(1)} times faster`;
const list = (names) => new Intl.ListFormat("en-GB").format(names);

export const en = {
  mode: {
    production: "Production",
    rehearsal: "Rehearsal: a copy, not production",
    simulation: "Simulation: a pretend estate, nothing here is production",
  },

  runState: {
    scheduled: "scheduled",
    "in-progress": "in progress",
    completed: "completed",
    "rolled-back": "rolled back",
    aborted: "aborted",
  },

  phaseState: {
    pending: "to come",
    active: "now",
    "awaiting-decision": "waits for a decision",
    passed: "passed",
    skipped: "skipped",
    failed: "failed",
    "rolled-back": "rolled back",
    breach: "breached",
  },

  standing: {
    met: "met",
    "not-met": "not met",
    unknown: "unknown",
    breach: "breach",
    held: "held",
    none: "not asked",
    waived: "waived",
  },

  runStanding: {
    scheduled: "Scheduled",
    breach: "Breach",
    waiting: "Your go?",
    "at-work": "At work",
    completed: "Completed",
    "rolled-back": "Rolled back",
    aborted: "Aborted",
    lost: "No link",
  },

  headline: {
    lanes: (phase, lanes) => `${phase}: ${list(lanes.map(({ lane, percent }) => `${lane} ${percent} %`))}.`,
    slowest: (phase, percent) => `${phase}: the slowest of its lanes is at ${percent} %.`,
    works: (phase) => `${phase} is under way.`,
    wayBack: "We are on the way back.",
    lanesInTrouble: (lanes) => `${list(lanes.map(({ lane, state }) => `Lane ${lane}: ${state}`))}.`,
    heldUnseen: (names) => `Nobody can see whether ${list(names)} ${names.length === 1 ? "is" : "are"} still as promised.`,
    held: (n) => (n === 1 ? "The one thing that is held is as promised." : `All ${n} things that are held are as promised.`),
    endExpected: (from, to) => (from === to ? `End expected at ${from}.` : `End expected between ${from} and ${to}.`),
    nextWord: (time) => `Next word by ${time}.`,
    scheduled: (checks) => `Nothing has begun yet; ${things(checks, "thing is", "things are")} being watched.`,
    opens: (time) => `The window opens at ${time}.`,
    open: (time) => `The window is open since ${time}.`,
    startWhenReady: "The run begins when somebody starts it.",
    completed: (time, took) => `Done. The run was completed at ${time}, after ${took}.`,
    goodNight: "Good night.",
    ended: (how, time) => `The run was ${how}${time && ` at ${time}`}.`,
    betweenPhases: "The next phase is about to begin.",
    breach: (names) => `${list(names)} ${names.length === 1 ? "is" : "are"} not as promised.`,
    awaiting: (phase) => `${phase}: all that was asked for is met.`,
    waitsFor: (role) => `We wait for a go${role ? ` from the ${role}` : ""}.`,
    holding: (phase) => `${phase}: all met; it must last a little while.`,
    until: (time) => `It counts from ${time} on, if nothing changes.`,
    inconclusive: (phase, n) => `${phase}: ${things(n, "thing")} cannot be seen.`,
    lookAtUnknown: "Nothing speaks against it, but what is unknown never counts as met.",
    active: (phase, met, total) => `${phase}: ${met} of ${total} as they should be.`,
    waitsForMore: (n) => `We wait for ${things(n, "more thing")}.`,
    failed: (phase) => `${phase} failed.`,
  },

  window: {
    label: "Hours that were promised, and where we are in them",
    now: (time) => `now ${time}`,
    closes: (time) => `window closes at ${time}`,
    marks: { end: "expected end", rollback: "last call for a rollback", noReturn: "point of no return" },
    noReturnPassed: (time) => `point of no return passed at ${time}`,
    noReturnBetween: (from, to) => `point of no return between ${from} and ${to}`,
    before: (span) => `opens in ${span}`,
    left: (span) => `${span} left`,
    over: (span) => `over by ${span}`,
  },

  gate: {
    of: (met, total) => `${met} of ${total} met`,
    go: "Gate says go",
    "no-go": "Gate says no-go",
    inconclusive: "Gate is inconclusive",
    holding: (time) => `holding until ${time}`,
    left: "left",
    unknown: (n) => `${n} unknown`,
    notMet: (n) => `${n} not met`,
    waived: (n) => `${n} waived`,
    tasks: (n) => things(n, "task"),
    steps: (n) => things(n, "step"),
    since: (time) => `since ${time}`,
    will: "will ask for",
    thenDecision: (role) => `then a go${role ? ` from the ${role}` : ""}`,
  },

  phase: {
    holds: (n) => `holds ${n}`,
    broken: (n) => things(n, "breach", "breaches"),
    took: (span) => `took ${span}`,
    estimate: (p50, p90) => `planned ${p50}${p90 && p90 !== p50 ? ` to ${p90}` : ""}`,
    skipped: (reason) => `Skipped: ${reason}`,
    failed: (reason) => `Failed: ${reason}`,
    wayBack: "The way back, if it must be taken",
    noReturn: (step, at, note) =>
      `No return ${at ? `since ${at}` : step ? `after ${step}` : "once it begins"}${note ? `: ${note}` : ""}.`,
    holdsNothing: "Nothing of it is held any longer.",
    asides: "Also watched",
  },

  card: {
    expected: "expected",
    saw: "saw",
    since: "for",
    ago: "ago",
    seen: "seen",
    neverSeen: "not looked at yet",
    toBe: "to be",
    evidence: "Evidence",
    states: "Is now",
    noState: "none of its named states",
    by: "Looked at by",
    took: (ms) => `took ${ms} ms`,
    link: "open where it lives",
    evidenceLink: "open the evidence",
    cause: "cannot be seen",
    stale: (span) => `too old to count: seen ${span} ago`,
    flaps: (n) => `flickered ${n === 1 ? "once" : `${n} times`}`,
    unproven: "never yet seen to fail: it may be blind",
    severity: { warn: "a warning only", info: "for information" },
    waivedBy: (by) => `waived by ${by}`,
    values: "Values",
  },

  who: {
    title: "Who is connected?",
    nobody: "Nobody else is connected.",
    more: (n) => `and ${things(n, "more group")}`,
    numbers: { sessions: "sessions", dataSize: "data", disk: "disk", count: "found", running: "running", bytes: "bytes" },
    excluded: (own, ignored) => `not counted: ${own} of the probe, ${ignored} ignored`,
    columns: ["application", "user", "state", "n", "oldest", "query"],
    sessions: "sessions",
  },

  catalogue: { columns: ["column or sequence", "type"], absent: "not found" },

  task: {
    title: "Tasks",
    open: "open",
    done: "done",
    doneBy: (by, time) => `by ${by} at ${time}`,
    evidence: "evidence",
    say: "Done",
    takeBack: "Not done",
  },

  lane: {
    title: (lane) => `Lane ${lane}`,
    state: {
      pending: "nothing seen yet",
      alive: "alive",
      late: "late",
      lost: "lost",
      unknown: "cannot be seen",
      failed: "failed",
      finished: "finished",
    },
    lastSign: "last sign of life",
    ago: "ago",
    silent: "silent for",
    unmatched: (n) => `${things(n, "line")} nobody understood`,
  },

  step: {
    state: { pending: "to come", running: "runs", done: "done", failed: "failed" },
    attempt: (n) => `attempt ${n}`,
    since: "for",
    took: (span) => `took ${span}`,
    percent: (n) => `${n} %`,
    lateBy: (span) => `late by ${span}`,
    doneBetween: (from, to) => `done between ${from} and ${to}`,
  },

  waiver: {
    title: "Waived",
    by: (by, time) => `${by} at ${time}`,
    until: (time) => `counts again at ${time}`,
  },

  forecast: {
    label: "Forecast",
    end: (from, to) => `End between ${from} and ${to}`,
    unknown: (phases) => `Nobody can say when it ends${phases.length > 0 ? `: nobody said how long ${list(phases)} takes` : ""}`,
    window: {
      holds: () => "within the window",
      "may-overrun": (span) => `perhaps late by ${span}`,
      "will-overrun": (span) => `late by ${span}`,
      overrun: (span) => `the window is over, late by ${span}`,
    },
    phaseLate: (phase, span) => `${phase} is late by ${span}`,
    rollbackBy: (time) => `rollback by ${time}`,
    rollbackTooLate: (time) => `since ${time} a rollback would not be over in time`,
    ground: (earlier, pace) =>
      [
        earlier > 0 ? things(earlier, "earlier run") : "by the estimates of the plan",
        ...(pace ? [`this run is ${paceOf(pace)}`] : []),
      ].join(", "),
  },

  notice: {
    proposed: "A rollback is proposed",
    said: (by, time) => `${by} at ${time}`,
    nextUpdate: (time) => `Next news by ${time}.`,
  },

  breach: {
    title: "Breach",
    since: "for",
    none: "Nothing is held now.",
    allHeld: (n) => `${n} held, none broken`,
    look: "look",
    open: "open",
  },

  decision: {
    question: (phase) => `${phase}: go?`,
    go: "Go",
    noGo: "No-go",
    will: (phase, next) => `Go passes ${phase}${next ? ` and begins ${next}` : " and completes the run"}. No-go is recorded, and the phase waits on.`,
    reason: "Reason",
    reasonHint: "what makes you sure, or not",
    as: "as",
    asHint: "your name",
    approvals: (n, needed) => `${n} of ${needed} have said go.`,
    saidGo: (by, time) => `${by} said go at ${time}`,
    saidNoGo: (by, time) => `${by} said no-go at ${time}`,
    from: (role, people) => `It is for ${role ?? "anybody"}${people.length > 0 ? ` to say: ${list(people)}` : " to say"}.`,
    notYours: "You may not say it.",
    criteria: "As it stands",
    reasonFree: "Reason",
    byHand: "Pass it by hand",
    byHandWill: "Some of it cannot be seen. A go passes the gate all the same; your reason is recorded.",
  },

  start: {
    question: "Begin?",
    button: "Start the run",
    will: (phase) => `The run begins with ${phase}: from then on its checks count.`,
  },

  request: {
    noAnswer: "The tower did not answer",
    again: (cause) => `${cause}. Try again: it will be done once.`,
    status: (status) => `The tower answered ${status}`,
  },

  comment: { label: "Say something for the record", button: "Say", placeholder: "what the others should know" },

  timeline: {
    title: "What happened",
    filters: { milestones: "milestones", changes: "changes", people: "people", everything: "everything" },
    search: "Find in it",
    nothingFound: "Nothing of that in what this page has kept.",
    recorded: "as recorded",
    empty: "Nothing yet.",
  },

  link: {
    live: "live",
    connecting: "connecting",
    lost: "link lost",
    why: {
      link: "The link to the tower is lost.",
      record: "The tower cannot read its own record: Kafka is away.",
      aggregator: "Nothing is decided any more: the aggregator is silent.",
    },
    whatYouSee: "What you see is",
    old: "old. It comes back by itself.",
  },

  probes: {
    title: "Probes",
    none: "no probe is alive",
    late: (n) => `${n} late`,
    silent: "silent for",
    checks: (n) => things(n, "check"),
    oldest: "oldest evidence",
    allRuns: "all runs",
  },

  runs: {
    title: "Runs",
    empty: "The tower stands. There is nothing to watch yet.",
    how: "Load a plan, and its run appears here:",
    unreachable: "The tower does not answer. This page goes on asking.",
    waiting: (run) => `Waiting for the run ${run}.`,
    unknown: (run) => `The tower knows no run called ${run}. If its plan is being loaded, it appears here by itself.`,
  },

  ask: {
    reason: "Reason",
    reasonNeeded: "Reason (needed: it is for whoever reads the record later)",
    as: "Your name",
    evidence: "What shows it (words or a link, if you like)",
    cancel: "Not now",
    signedOut: "You are signed out. What you typed is kept: sign in again, then send it.",
    signIn: "Sign in",
    stale: "The link is lost: nothing can be sent now. What you typed is kept.",
    opposite: (what) => `It can be taken back: ${what}.`,
    final: "It stays in the record.",
    until: "Counts again at (empty: not before it is taken back)",
  },

  act: {
    more: "Other things that can be done",
    run: "The run",
    done: { word: "Done", title: (task) => `${task}: done?`, will: "It is recorded as done, by you, now.", back: "Not done" },
    undone: { word: "Not done", title: (task) => `${task}: not done?`, will: "It counts as open again.", back: "Done" },
    withdraw: { word: "Take it back", title: (phase) => `Take back what you said about ${phase}?`, will: "Your word does not count any more; the phase opens again if it was passed by it and nothing came of it since.", back: "say go again" },
    waive: { word: "Waive", title: (what) => `Go on without ${what}?`, will: "The gate may pass without it. It is shown as waived, with your name and reason.", back: "Do not waive" },
    unwaive: { word: "Do not waive", title: (what) => `Ask for ${what} again?`, will: "It counts again from now on.", back: "Waive" },
    skip: { word: "Leave out", title: (phase) => `Leave ${phase} out?`, will: "Nothing of it is asked for, and nothing of it is held. The next phase follows.", back: "Take in again" },
    unskip: { word: "Take in again", title: (phase) => `Take ${phase} in again?`, will: "It is asked for as the plan says.", back: "Leave out" },
    fail: { word: "Failed", title: (phase) => `${phase} failed?`, will: "The phase is shown as failed; nothing follows until that is taken back or a rollback begins.", back: "It goes on" },
    unfail: { word: "It goes on", title: (phase) => `${phase} goes on?`, will: "It is under way again.", back: "Failed" },
    "begin-rollback": { word: "Begin the rollback", title: () => "Begin the rollback?", will: "The run leaves its path for the way back: its first phase begins, what is under way is left. The tower itself touches nothing.", back: "Abandon the rollback" },
    "abandon-rollback": { word: "Abandon the rollback", title: () => "Abandon the rollback?", will: "The run goes on where it was left.", back: "Begin the rollback" },
    abort: { word: "End the run", title: () => "End the run here?", will: "Nothing is watched for it any more, and nothing follows. The tower itself touches nothing.", back: "Go on" },
    resume: { word: "Go on", title: () => "Go on with the run?", will: "The run is under way again, where it was.", back: "End the run" },
    announce: { word: "Announce", title: () => "Tell everybody?", will: "It stands at the top of every page, the public one and the wall, too.", back: "Take back", en: "In English", fr: "In French" },
    unannounce: { word: "Take back", title: () => "Take this announcement back?", will: "It disappears from every page; the record keeps it.", back: "Announce" },
  },

  waiting: {
    for: (what) => `We wait for ${what}`,
    decision: (role, people, missing) => `${missing > 1 ? `${missing} gos` : "a go"} from ${role ?? "anybody"}${people.length > 0 ? ` (${list(people)})` : ""}`,
    task: (text, role) => `${role ?? "anybody"}: ${text}`,
    moreTasks: (n) => `and ${things(n, "more task")}`,
    script: "We wait for nobody: the script works",
    sustain: "We wait for nobody: what is met must last a little while",
    checks: (names, more) => `${list(names)}${more > 0 ? ` and ${more} more` : ""}`,
    nobody: "We wait for nobody",
    start: "somebody who starts the run",
  },

  left: {
    title: (time) => `Since you left at ${time}`,
    phases: (titles) => `${list(titles)} passed`,
    steps: (n) => `${things(n, "step")} done`,
    failed: (n) => `${things(n, "step")} failed`,
    breaches: (n, cleared) => `${things(n, "breach", "breaches")}${cleared > 0 ? ` (${cleared} cleared)` : ""}`,
    said: (n) => `${things(n, "decision")} taken`,
    comments: (n) => things(n, "comment"),
    end: (before, after) => `the end moved from ${before} to ${after}`,
    nothing: "nothing that matters happened",
    close: "Read",
  },

  me: {
    signIn: "Sign in",
    signOut: "Sign out",
    name: "Name",
    password: "Password",
    company: "Through your company",
  },

  wall: { left: "left of the window", over: "over", percent: "done" },

  event: {},
};
