import type { Route } from '../../src/platform/web/route.ts'

/** Addresses that take a form in which nobody writes about the people of a case, each with why. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^\/cookies$/, 'a choice without a person'],
  [/^\/office\/(sign-in|sign-out|join|reset|account|staff|resets)\b/, 'colleagues, who have a clock of their own'],
  [/^\/portal\/sign-out$/, 'the way out'],
  [/^\/office\/kept\/discard$/, 'throws away what was kept'],
  [/^\/office\/diary\/(hours|holidays)\b/, 'when colleagues work; no client is in it'],
  [/^\/office\/settings\b/, 'what changes from week to week; no client is in it'],
  [/^\/office\/retention\/date$/, 'confirms a date'],
  [/^\/office\/oversight\/promises$/, 'one button: looks at the service as a whole'],
  [/^\/office\/retention\/:of\/:id\/reviewed$/, 'says that something was looked at'],
  [/^\/certificates$/, 'asks about a number and a code that we made up; sent among the mischief'],
  [/^\/refer\/progress\//, 'one button: shows a referrer how far it is'],
  [/^\/office\/professionals\/:id\/(contacted|remove)$/, 'one button each'],
  [/^\/(office|portal)\/online\/:attendanceId(\/unsafe)?$/, 'yes or no, and a button'],
  [/^\/office\/cases\/:caseId\/offers\/new$/, 'choices, days and free times'],
  [/^\/office\/offers\/:id\/(book|withdraw)$/, 'one button each'],
  [/^\/portal\/times\/:offerId\/take$/, 'a choice of the times that were offered'],
  [/^\/portal\/appointments\/:attendanceId\/cancel$/, 'one button'],
  [/^\/office\/appointments\/:id\/arrival$/, 'choices: who comes first, and by how much'],
  [/^\/office\/cases\/:caseId\/arrival$/, 'choices: who comes first, and by how much'],
  [/^\/office\/cases\/:caseId\/conflict$/, 'a choice between the two parties'],
  [/^\/office\/letters$/, 'ticks and a day'],
  [/^\/office\/cases\/:caseId\/cards$/, 'a choice of each party’s'],
  [/^\/office\/cards\/:id\/end$/, 'one button: sent after the end'],
  [/^\/office\/walls\/:id\/lift$/, 'a supervisor says why; its row goes with the person’s'],
  [
    /^\/office\/(people\/:oneId\/same-as\/:otherId|merges\/:id\/undo)$/,
    'wants two people of two files: its words end with them, tried beside the feature',
  ],
  [/^\/office\/search\/possible$/, 'the same as a search, asked by a script: nothing is written'],
  [/^\/office\/mailbox\/:postId\/aside$/, 'one button: nothing is to be done'],
  [/\/no-email$/, 'one button: somebody takes back that we may write to them by e-mail'],
  [/\/people\/:personId\/confirmed$/, 'one button: their details were gone through with them'],
  [/^\/office\/(privacy-)?tasks\/:taskId\/done$/, 'says that something was done'],
  [/\/choices\/:scope\/end$/, 'one button: somebody takes back what they agreed to'],
  [/^\/portal\/data\/uses\/:purpose\/stop$/, 'one button: somebody objects to a use'],
  [/^\/reply$/, 'a code of ours is typed'],
  [
    /^\/(your-data|portal\/data|portal\/data\/:packId|office\/requests\b.*)$/,
    'a request has a life of its own and stays when the file is gone: its canaries are in requests.db.test.ts',
  ],
  [
    /^\/(complain|portal\/complaint|office\/(complaints|breaches)\b.*)$/,
    'a complaint and a breach have a life of their own and stay when the file is gone: its canaries are in complaints.db.test.ts',
  ],
  [
    /^\/office\/(cases\/:caseId\/concerns\/new|concerns\b.*|break-glass\b.*)$/,
    'a worry about safety has a life of its own and stays when the file is gone: neither party sees it, in T23',
  ],
  [/\/discard$/, 'throws away a draft: tried for one form, and the same for all'],
  [/^\/office\/retention\/certificates\/:id\/paper$/, 'says that paper is destroyed: sent after the end'],
  [/\/children\/:childId\/meeting\/(agreement|book)$/, 'choices, days and a time'],
  [/^\/office\/child-meetings\/:meetingId\/(settle|words\/:wordId\/told)$/, 'buttons'],
  [/^\/office\/cases\/:caseId\/follow-ups\/:id\/(move|done)$/, 'a day, and a button'],
  [/^\/office\/cases\/:caseId\/file-items\/new$/, 'choices and a day'],
]

const pattern = (path: string) => new RegExp(`^${path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`)

/** Addresses that take a form and were not sent one by the whole life: a form that somebody added later has no canary yet. */
export function untouchedRoutes(routes: readonly Route[], sent: readonly string[]): string[] {
  return routes
    .filter((route) => route.method === 'POST')
    .map((route) => route.path)
    .filter((path) => !elsewhere.some(([exempt]) => exempt.test(path)))
    .filter((path) => !sent.some((address) => pattern(path).test(address)))
}
