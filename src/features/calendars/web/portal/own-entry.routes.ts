import { asParty } from '../../../../platform/web/party-request.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { appointmentEntry } from '../../../bookings/index.ts'
import { voiceOf } from '../../../messages/index.ts'
import { ownEntry } from '../../data/own-entry.ts'

export interface OwnEntryTools {
  readonly serviceName: string
  readonly published: () => Promise<{
    readonly neutralName: string
    readonly telephone: string
    readonly email: string
  }>
}

/** Where a party takes an appointment of their own into their calendar: the same entry that came with the message about it. */
export function ownEntryRoutes(tools: OwnEntryTools): Route<PurposeKey>[] {
  const path = '/portal/calendar/:attendanceId'
  return [
    {
      ...{ method: 'GET', area: 'portal', purpose: 'booking', entry: 'party', path },
      handle: (request) => give(tools, asParty(request)),
    },
  ]
}

async function give(tools: OwnEntryTools, request: PartyRequest<PurposeKey>): Promise<Reply> {
  const { desk, party, params, now } = request
  const { attendanceId } = params
  if (!isId(attendanceId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'portal.entry-taken', subjectId: attendanceId } as const
  const entry = await desk.read(party.id, deed, (scope) => ownEntry(scope, attendanceId))
  if (!entry) return { notFound: true }
  const voice = voiceOf(await tools.published(), tools.serviceName)
  const happening = entry.takesPlace ? 'booked' : 'cancelled'
  const text = appointmentEntry(happening, entry, { uid: entry.uid, revision: entry.revision, voice, now })
  return { file: { name: 'appointment.ics', type: 'text/calendar; charset=utf-8', bytes: Buffer.from(text) } }
}
