import type { FormErrors } from '../../../../ui/forms/form-state.ts'
import type { BookingRefusal } from '../../actions/book-appointment.ts'
import type { MoveRefusal } from '../../actions/move-appointment.ts'

type Refusal = Exclude<BookingRefusal | MoveRefusal, 'no-such-case' | 'no-such-appointment'>

/** Why something could not be booked, at the field where it is mended. */
const words: Readonly<Record<Refusal, readonly [field: string, message: string]>> = {
  'mediator-taken': ['mediator', 'That mediator already has an appointment then'],
  'mediator-walled': ['mediator', 'This mediator knows one of the parties and keeps away. Choose another'],
  'room-taken': ['place', 'That room is already taken then'],
  'in-the-past': ['date', 'Choose a time that is still to come'],
  'no-such-mediator': ['mediator', 'Choose a mediator from the list'],
  'no-such-room': ['place', 'Choose a room from the list, or by telephone'],
  'case-closed': ['', 'This case is closed. Open it again to book an appointment'],
  'changed-meanwhile': ['', 'Somebody changed this appointment while you were looking at it. Look at it again'],
}

/** `fields` are those that the form has: what concerns another stands above the form. */
export function refusalErrors(reason: Refusal, fields: readonly string[]): FormErrors {
  const [field, message] = words[reason]
  return { [fields.includes(field) ? field : '']: message }
}

export const isTaken = (reason: Refusal): boolean => reason === 'mediator-taken' || reason === 'room-taken'
