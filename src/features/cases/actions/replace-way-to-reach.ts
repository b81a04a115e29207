import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { voiceOf, writeMessage } from '../../messages/index.ts'
import {
  addContactPoint,
  contactPointsOf,
  endContactPoint,
  mayUsePoint,
  type NewContactPoint,
} from '../../people/index.ts'
import { readPublished } from '../../settings/index.ts'
import { type PartyOfCase, partiesOf } from '../data/case-reads.ts'
import { noticeShared } from '../data/shared-details.ts'
import { detailsNoted } from '../emails/details-noted.ts'
import type { DetailRefusal } from './correct-details.ts'

export interface Replacement {
  readonly key: Id
  readonly caseId: Id
  readonly personId: Id
  readonly point: NewContactPoint & { readonly replacesId: Id }
  /** The service's name, where it has set no neutral one. */
  readonly serviceName: string
  /** Whether texts can be sent. */
  readonly hasTexts: boolean
}

/**
 * A number, mailbox or address takes the place of another, which ends in the same moment and stays in the file as what was. The new one
 * is told so, if it is safe, in words that tell nobody anything; the old one hears of it in no way.
 */
export function replaceWayToReach(desk: Desk<PurposeKey>, actor: Id, input: Replacement) {
  const { key, caseId, personId, point } = input
  const refusals = { case_held: 'held' } as const
  const deed = { purpose: 'booking', deed: 'contact.replaced', key, caseId, refusals } as const
  return desk.act<DetailRefusal>(actor, deed, async (scope) => {
    const party = (await partiesOf(scope, caseId)).find((it) => it.personId === personId)
    const old = party && (await contactPointsOf(scope, personId)).find((it) => it.id === point.replacesId)
    if (!party || old?.kind !== point.kind) return refused('no_such')
    await endContactPoint(scope, old.id)
    const pointId = await addContactPoint(scope, personId, point)
    await noticeShared(scope, caseId, personId)
    await tellNewOne(scope, input, party, pointId)
    return done({ caseId })
  })
}

async function tellNewOne(scope: Scope, input: Replacement, party: PartyOfCase, pointId: Id): Promise<void> {
  const { caseId, personId, point, serviceName, hasTexts } = input
  const channel = ({ email: 'email', telephone: 'text', address: 'letter' } as const)[point.kind]
  if (channel === 'text' && !hasTexts) return
  const asked = channel === 'text' ? 'text_message' : channel
  const way = await mayUsePoint(scope, { personId, pointId, channel: asked, use: 'neutral' })
  if (!way.usable) return
  const { short, ...words } = detailsNoted(voiceOf(await readPublished(scope), serviceName))
  await writeMessage(scope, {
    ...{ caseId, personId, contactPointId: pointId, aboutId: pointId, zone: party.side, channel },
    ...words,
    ...(channel === 'text' && short ? { body: short } : {}),
    recipient: channel === 'letter' ? `${party.givenName} ${party.familyName}` : point.value,
  })
}
