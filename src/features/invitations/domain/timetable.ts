import { addBusinessDays, restsOnProjection } from '../../../values/calendar-days.ts'

/** When what is done about an invitation. All in business days (Family Procedure Rules 2010, rule 2.3). */
export interface Timetable {
  /** ISO date from which it holds. */
  readonly from: string
  readonly source: string
  /** After the first MIAM: by then the other party is invited. */
  readonly inviteWithin: number
  /** After the last letter or e-mail: when the next reminder goes. As many reminders as there are numbers. */
  readonly remindAfter: readonly number[]
  /** After the last of them: when nothing more is waited for. */
  readonly closeAfter: number
}

/**
 * No rule of court says how often to ask. Practice Direction 3A expects the other party to be invited, and a MIAM within fifteen
 * business days of getting in touch; the numbers here leave them that time and then end.
 */
const timetables: readonly Timetable[] = [
  {
    from: '2024-04-29',
    source: 'Practice Direction 3A (family proceedings), with the service’s own practice',
    inviteWithin: 2,
    remindAfter: [5, 5],
    closeAfter: 5,
  },
]

/** The timetable that held when an invitation began. */
export function timetableOf(since: Temporal.PlainDate, all: readonly Timetable[] = timetables): Timetable {
  const held = all.filter((it) => Temporal.PlainDate.compare(it.from, since) <= 0).at(-1) ?? all[0]
  if (!held) throw new Error('there is no timetable of invitations')
  return held
}

/** What is due about an invitation next, and when. `projected`: the day rests on bank holidays that are not published yet. */
export interface Due {
  readonly what: 'invite' | 'remind' | 'close'
  readonly on: Temporal.PlainDate
  readonly projected: boolean
}

/** What comes next after so many letters, the last of them on a day. */
export function nextDue(
  invitation: {
    readonly since: Temporal.PlainDate
    readonly sent: number
    readonly lastSent: Temporal.PlainDate | null
  },
  timetable: Timetable = timetableOf(invitation.since),
): Due {
  const { since, sent, lastSent } = invitation
  if (sent === 0 || lastSent === null) return dueAfter('invite', since, timetable.inviteWithin)
  const pause = timetable.remindAfter[sent - 1]
  return pause === undefined ? dueAfter('close', lastSent, timetable.closeAfter) : dueAfter('remind', lastSent, pause)
}

function dueAfter(what: Due['what'], from: Temporal.PlainDate, days: number): Due {
  const on = addBusinessDays(from, days)
  return { what, on, projected: restsOnProjection(from, on) }
}
