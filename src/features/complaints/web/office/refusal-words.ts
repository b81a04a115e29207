import type { FormErrors } from '../../../../ui/forms/form-state.ts'
import type { ComplaintRefusal } from '../../actions/change-complaint.ts'

const words: Readonly<Record<Exclude<ComplaintRefusal, 'no_such'>, string>> = {
  over: 'This complaint is closed. Nothing was changed',
  own: 'This complaint is about you. A colleague decides it',
  nobody: 'Choose somebody who has a file here',
  settled: 'That was done already',
  no_way: 'There is no way to write that is safe and was theirs before. Tell them, and say so here',
  no_other: 'No other party is known. Say first who on record complains',
  unsafe: 'Look first whether it is safe, and say that you have',
  twice: 'They were told already',
}

const fields: Partial<Record<ComplaintRefusal, string>> = { unsafe: 'decision', nobody: 'person' }

/** What was refused, beside the field where it can be mended. */
export const refusalErrors = (reason: Exclude<ComplaintRefusal, 'no_such'>): FormErrors => ({
  [fields[reason] ?? '']: words[reason],
})
