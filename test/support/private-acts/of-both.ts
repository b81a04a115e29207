/**
 * Forms that are no private act of a party, each with why: what both know of, what is of the service and of nobody’s case, and what
 * is done when all is over.
 */
export const notPrivate: readonly (readonly [RegExp, string])[] = [
  [/^\/office\/(sign-in|sign-out|join|reset|resets|account|staff|kept)\b/, 'colleagues and their accounts'],
  [/^\/office\/breaches\b/, 'what went wrong with data is of the service, and no party has a page of it'],
  [/^\/office\/settings\b/, 'the service itself: what all may see'],
  [/^\/office\/diary\/(hours|holidays)\b/, 'when colleagues work and when we are closed: nobody’s case'],
  [/^\/office\/imports\b/, 'lists of what was kept elsewhere, which bring in cases of their own'],
  [/^\/office\/professionals\b/, 'people who work with us, and no party'],
  [/^\/office\/enquiry-messages\/:id$/, 'a letter to somebody who has no case yet'],
  [/^\/office\/requests\/:requestId\/answer\/beside$/, 'words beside an enquiry of somebody who has no case yet'],
  [/^\/office\/files\/:fileId\/share$/, 'to show both what one gave is what this act is for'],
  [
    /^\/office\/complaints\/:complaintId\/other$/,
    'that the other hears of it, where somebody decided so, is what this act is for',
  ],
  [/^\/office\/cases\/:caseId\/(close|reopen)$/, 'the case of both ends or goes on'],
  [
    /^\/office\/requests\/:requestId\/erasure$/,
    'their own part goes, so nothing is left for later acts: S22 compares the other’s pages',
  ],
  [/^\/office\/requests\/:requestId\/pass$/, 'what another controller answers: of that this service holds no case'],
  [/^\/office\/cases\/:caseId\/arrival$/, 'the times of both change, and each is told their own'],
  [/^\/office\/appointments\/:id\/arrival$/, 'the times of both change, and each is told their own'],
  [/^\/office\/cases\/:caseId\/mediator$/, 'who mediates is the same for both'],
  [/^\/office\/cards\/:id\/end$/, 'what is left of a file that has ended: neither has a page'],
  [/^\/office\/retention\/date$/, 'confirms the date of the machine'],
  [/^\/office\/oversight\/promises$/, 'looks at the service as a whole'],
  [/^\/office\/retention\/certificates\/:id\/paper$/, 'after the end, when neither has a page'],
  [/^\/office\/retention\/:of\/:id\/reviewed$/, 'a colleague looked at how long a file is kept'],
]
