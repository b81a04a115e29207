import type { FormErrors } from '../../../../ui/forms/form-state.ts'
import type { Id } from '../../../../values/ids.ts'
import type { RequestRefusal } from '../../actions/change-request.ts'
import { requestPath } from './list.page.tsx'

const words: Readonly<Record<Exclude<RequestRefusal, 'no_such'>, string>> = {
  over: 'This request is closed. Nothing was changed',
  nobody: 'Say first who on record it is about: somebody with a file, or who made an enquiry',
  checked: 'It was checked already who this is. Close the request and take it down anew',
  settled: 'It is settled who asks',
  no_way: 'There is no way to write that is safe and was theirs before they asked. Tell them, and say so here',
  not_held: 'There is no such way of contact that is safe, theirs alone, and stood long enough before they asked',
  wrong_code: 'This is not the code. After five wrong ones it is over',
  tried_out: 'No code waits: it was never sent, is over, or was tried too often. Send a new one',
  late: 'The first time to answer is over, so no more can be taken',
  twice: 'That was done already',
  not_access: 'A question stops the clock only when somebody asks to see what we hold',
  identity_first: 'Nothing is answered before it is known who asks, or decided why it need not be asked',
  objection_open: 'Decide first on each use to which they object',
  not_this_kind: 'This request does not ask for that, or it is not known who asks',
  decided: 'That is decided already',
  nothing_decided: 'Decide first about what they ask',
  marketing: 'Writing about gifts stops when somebody objects: there is nothing to weigh',
  passing_first: 'A part of it is for another to answer: pass that on first',
  theirs: 'All of it is for another controller to answer: we pass it on, and answer nothing',
  authority_first: 'Nothing is answered to somebody who asks for another before their authority was seen',
}

const fields: Partial<Record<RequestRefusal, string>> = {
  wrong_code: 'code',
  tried_out: 'code',
  identity_first: 'outcome',
  authority_first: 'outcome',
  objection_open: 'outcome',
  passing_first: 'outcome',
}

type Refused = Exclude<RequestRefusal, 'no_such'>

/** What was refused on the page of the request, beside the field where it can be mended. */
export const refusalErrors = (reason: Refused): FormErrors => ({ [fields[reason] ?? '']: words[reason] })

/** The same on another page about the request: what is mended on the request's own page leads there. */
export const refusalErrorsElsewhere = (reason: Refused, requestId: Id): FormErrors => ({
  [fields[reason] === undefined ? '' : requestPath(requestId)]: words[reason],
})
