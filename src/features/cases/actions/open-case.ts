import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import { newCaseKey } from '../../../platform/files/keyring.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { linkConsents } from '../../consents/index.ts'
import { type Enquiry, enquiryOf, newReference, takeOn } from '../../enquiries/index.ts'
import { addContactPoint, addPerson, type NewContactPoint, type NewPerson } from '../../people/index.ts'
import { addTask, finishTasks } from '../../tasks/index.ts'
import type { Child } from '../data/case-reads.ts'
import { addCase, addChild, addParty } from '../data/case-writes.ts'
import { addToldOfOther } from '../data/told-of-other.ts'
import type { Topic } from '../domain/case.ts'
import { keepSafeTimes } from './keep-safe-times.ts'
import { isOnRecord, takeReturning } from './returning-party.ts'

export interface CaseOpening {
  readonly key: Id
  /** The enquiry from which the first party and their contact details come. */
  readonly enquiryId: Id
  readonly first: NewPerson
  readonly other: NewPerson
  readonly topic: Topic
  readonly children: readonly Omit<Child, 'id'>[]
  readonly mediatorId: Id | null
  /** Who is on record already, where the coordinator says that it is the same person. */
  readonly known?: { readonly first: Id | null; readonly other: Id | null }
}

/** `not_known`: one who was said to be on record is not. `walled`: the mediator keeps away from one of them. */
export type OpeningRefusal = 'no_enquiry' | 'taken_on' | 'not_known' | 'same_person' | 'walled'

const refusals: Readonly<Record<string, OpeningRefusal>> = {
  ...{ record_merged: 'not_known', party_case_id_person_id_key: 'same_person', party_mediator_walled: 'walled' },
  enquiry_set_aside: 'no_enquiry',
}

/**
 * Opens a case from an enquiry: two equal parties, the children, a key for its files. The enquiry is answered with that, and ends
 * with the case. Contact details keep where they came from and what was said of their safety.
 */
export function openCase(
  desk: Desk<PurposeKey>,
  keyring: Keyring,
  actor: Id,
  opening: CaseOpening,
): Promise<Outcome<Readonly<Record<string, string>>, OpeningRefusal>> {
  const deed = { purpose: 'booking', deed: 'case.begun', key: opening.key, refusals } as const
  return desk.act<OpeningRefusal>(actor, deed, async (scope) => {
    const enquiry = await enquiryOf(scope, opening.enquiryId)
    if (!enquiry) return refused('no_enquiry')
    if (enquiry.case_id) return refused('taken_on')
    for (const id of [opening.known?.first, opening.known?.other])
      if (id && !(await isOnRecord(scope, id))) return refused('not_known')
    const caseId = await writeCase(scope, keyring, opening, enquiry)
    scope.about({ caseId })
    await recordLifeEvent(scope, { aggregate: 'case', id: caseId, event: 'case.opened' })
    if (!(await takeOn(scope, enquiry.id, caseId, 'A'))) return refused('taken_on')
    await finishTasks(scope, { kind: 'call-back', enquiryId: enquiry.id })
    return done({ caseId })
  })
}

async function writeCase(scope: Scope, keyring: Keyring, opening: CaseOpening, enquiry: Enquiry): Promise<Id> {
  const { topic, mediatorId } = opening
  const caseId = await addCase(scope, { reference: newReference('C'), topic, channel: enquiry.channel, mediatorId })
  await scope.queries
    .insertInto('case_key')
    .values({ case_id: caseId, wrapped: keyring.wrap(newCaseKey()) })
    .execute()
  const firstId = await addParties(scope, caseId, opening, enquiry)
  if (enquiry.asked_by === 'self') await linkConsents(scope, enquiry.id, firstId)
  if (enquiry.asked_by === 'self') await addToldOfOther(scope, { caseId, by: 'A', ...opening.other })
  for (const child of opening.children) await addChild(scope, caseId, child)
  if (mediatorId === null) {
    await addTask(scope, {
      kind: 'appoint-mediator',
      forRole: 'coordinator',
      dueOn: dayOf(scope.now).toString(),
      caseId,
    })
  }
  return caseId
}

/** The two parties, each new or from an earlier record; answers who the first is. */
async function addParties(scope: Scope, caseId: Id, opening: CaseOpening, enquiry: Enquiry): Promise<Id> {
  const { known, first, other } = opening
  const firstId = known?.first ?? (await addPerson(scope, first))
  const otherId = known?.other ?? (await addPerson(scope, other))
  await addParty(scope, { caseId, personId: firstId, side: 'A' })
  await addParty(scope, { caseId, personId: otherId, side: 'B' })
  const points = contactPointsFrom(enquiry)
  const typed = enquiry.asked_by === 'self' ? first : null
  if (known?.first) await takeReturning(scope, { caseId, personId: firstId, typed, points })
  else for (const point of points) await addContactPoint(scope, firstId, point)
  await keepSafeTimes(scope, firstId, enquiry)
  // What the first says of the other is theirs to say, and changes nothing that the other said.
  if (known?.other) await takeReturning(scope, { caseId, personId: otherId, typed: null, points: [] })
  return firstId
}

/** The enquirer's own contact details, or those that came with a referral. Any other professional's own stay with the enquiry. */
function contactPointsFrom(enquiry: Enquiry): NewContactPoint[] {
  const referred = enquiry.channel === 'referral'
  if (enquiry.asked_by !== 'self' && !referred) return []
  const source = referred ? 'referrer' : 'self'
  const common = { postcode: null, source, voicemailSafety: 'not_asked' } as const
  const { telephone, email, address, postcode, voicemail_safety: voicemailSafety } = enquiry
  // What a referrer called safe was not said by the person: they are asked before it is used for anything but to invite them.
  const said = (safety: Enquiry['email_safety']) => (referred && safety === 'safe' ? 'not_asked' : safety)
  const spoken = { safety: said(enquiry.telephone_safety), voicemailSafety: said(voicemailSafety) }
  return [
    ...(email ? [{ ...common, kind: 'email' as const, value: email, safety: said(enquiry.email_safety) }] : []),
    ...(telephone ? [{ ...common, ...spoken, kind: 'telephone' as const, value: telephone }] : []),
    ...(address
      ? [{ ...common, kind: 'address' as const, value: address, postcode, safety: said(enquiry.letter_safety) }]
      : []),
  ]
}
