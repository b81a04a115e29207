import type { FormErrors } from '../../../../ui/forms/form-state.ts'
import type { BookingRefusal } from '../../actions/book-appointment.ts'
import type { MoveRefusal } from '../../actions/move-appointment.ts'

type Refusal = Exclude<BookingRefusal | MoveRefusal, 'no-such-case' | 'no-such-appointment'>

/** What may be done in place of choosing otherwise. */
export const orSayWhy = 'or say below why it must be then'

/** Why something could not be booked, at the field where it is mended. */
const words: Readonly<Record<Refusal, readonly [field: string, message: string]>> = {
  'mediator-taken': ['mediator', 'That mediator already has an appointment then'],
  'mediator-walled': ['mediator', 'This mediator knows one of the parties and keeps away. Choose another'],
  'room-taken': ['place', 'That room is already taken then'],
  'in-the-past': ['date', 'Choose a time that is still to come'],
  'no-such-mediator': ['mediator', 'Choose a mediator from the list'],
  'no-such-room': ['place', 'Choose a room from the list, or by telephone'],
  'bank-holiday': ['date', `We are closed on that bank holiday. Choose another day, ${orSayWhy}`],
  away: ['time', `The mediator is away then. Choose another time, ${orSayWhy}`],
  'not-working': ['time', `The mediator does not work then. Choose another time, ${orSayWhy}`],
  'not-open': [
    'time',
    `No hours of this mediator are recorded, and we hold no meetings then. Choose another time, ${orSayWhy}`,
  ],
  break: ['time', `The mediator has a break then. Choose another time, ${orSayWhy}`],
  elsewhere: ['place', `The mediator works at another place then. Choose it, ${orSayWhy}`],
  travel: ['time', `The mediator cannot get there in time. Choose another time, ${orSayWhy}`],
  'one-waiting-room': [
    'place',
    `These two wait apart, and there is one waiting room. Choose another place, ${orSayWhy}`,
  ],
  'given-away-first': [
    'mediator',
    'Move it first, and change the mediator after: you will not see this case any more and could not tell the parties',
  ],
  'case-closed': ['', 'This case is closed. Open it again to book an appointment'],
  'changed-meanwhile': ['', 'Somebody changed this appointment while you were looking at it. Look at it again'],
}

/** `fields` are those that the form has: what concerns another stands above the form. */
export function refusalErrors(reason: Refusal, fields: readonly string[]): FormErrors {
  const [field, message] = words[reason]
  return { [fields.includes(field) ? field : '']: message }
}

const against: readonly Refusal[] = ['bank-holiday', 'away', 'not-working', 'not-open', 'break', 'elsewhere', 'travel']

/** Whether other times would do: free ones are offered. */
export const isTaken = (reason: Refusal): boolean =>
  reason === 'mediator-taken' || reason === 'room-taken' || against.includes(reason)
