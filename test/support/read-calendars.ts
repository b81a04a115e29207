import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

/** One entry of a calendar, the same whoever read it. */
export interface ReadEntry {
  readonly uid: string
  readonly sequence: number
  readonly title: string
  readonly location: string | null
  readonly status: string
  readonly class: string
  readonly start: string
  readonly end: string
  readonly attendees: number
}

const instant = (time: Date) => Temporal.Instant.fromEpochMilliseconds(time.getTime()).toString()

export function byIcalJs(text: string): ReadEntry[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part)
    return {
      ...{ uid: event.uid, sequence: event.sequence, title: event.summary, location: event.location },
      status: String(part.getFirstPropertyValue('status')),
      class: String(part.getFirstPropertyValue('class')),
      start: instant(event.startDate.toJSDate()),
      end: instant(event.endDate.toJSDate()),
      attendees: event.attendees.length,
    }
  })
}

export function byNodeIcal(text: string): ReadEntry[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) => {
    if (part?.type !== 'VEVENT') return []
    const { uid, sequence, summary, location, status, start, end, attendee } = part
    return [
      {
        ...{
          uid,
          sequence: Number(sequence ?? 0),
          title: String(summary),
          location: location ? String(location) : null,
        },
        ...{ status: String(status), class: String(part.class), start: instant(start as Date) },
        end: instant(end as Date),
        attendees: attendee === undefined ? 0 : [attendee].flat().length,
      },
    ]
  })
}

/** The entries of a calendar file, by two readers that know nothing of each other; throws where they see different things. */
export function readByBoth(text: string): ReadEntry[] {
  const [one, other] = [byIcalJs(text), byNodeIcal(text)]
  if (JSON.stringify(one) !== JSON.stringify(other))
    throw new Error(`two readers see two calendars: ${JSON.stringify([one, other])}`)
  return one
}
