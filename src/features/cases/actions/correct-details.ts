import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import {
  addContactPoint,
  confirmContactPoint,
  contactPointsOf,
  correctionsOf,
  correctPerson,
  endContactPoint,
  lastConfirmed,
  type NewContactPoint,
  type NewPerson,
  type Safety,
  type Source,
  setSafety,
} from '../../people/index.ts'
import { type Child, caseHead, partiesOf } from '../data/case-reads.ts'
import { addChild, correctChild } from '../data/case-writes.ts'
import { noticeShared } from '../data/shared-details.ts'
import { addToldOfOther } from '../data/told-of-other.ts'

/** `held`: the file is held, so what is in it can be corrected and not emptied. `told`: given by another, and not confirmed. */
export type DetailRefusal = 'no_such' | 'held' | 'told'
type Answer = Outcome<Readonly<Record<string, string>>, DetailRefusal>
interface Of {
  readonly key: Id
  readonly caseId: Id
}

/** One act on the details of a case; what is not of this case, or not the actor's, answers as if it were not there. */
const change = (
  desk: Desk<PurposeKey>,
  actor: Id,
  of: Of,
  deed: string,
  work: (scope: Scope) => Promise<boolean>,
): Promise<Answer> => {
  const { key, caseId } = of
  const refusals = { case_held: 'held', contact_point_told_is_not_safe: 'told' } as const
  return desk.act<DetailRefusal>(actor, { purpose: 'booking', deed, key, caseId, refusals }, async (scope) =>
    (await work(scope)) ? done({ caseId }) : refused('no_such'),
  )
}

const isParty = async (scope: Scope, caseId: Id, personId: Id) =>
  (await partiesOf(scope, caseId)).some((party) => party.personId === personId)

/** Whether it is a way to reach a party of just this case: under another case's name a change would be recorded in the wrong file. */
const isPointOf = async (scope: Scope, caseId: Id, pointId: Id) => {
  const parties = await partiesOf(scope, caseId)
  const points = await Promise.all(parties.map((party) => contactPointsOf(scope, party.personId)))
  return points.flat().some((point) => point.id === pointId)
}

/**
 * Corrects the name or birth date of a party. What the other party says of them is kept as the other's word, in the other's zone; it
 * changes our own record as long as the person has said nothing of themselves.
 */
export const correctParty = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Of & { readonly personId: Id; readonly person: NewPerson; readonly saidBy: Source },
) =>
  change(desk, actor, input, 'party.corrected', async (scope) => {
    const { caseId, personId, person, saidBy } = input
    const party = (await partiesOf(scope, caseId)).find((it) => it.personId === personId)
    if (!party) return false
    if (saidBy === 'other_party') {
      await addToldOfOther(scope, { caseId, by: party.side === 'A' ? 'B' : 'A', ...person })
      if (await spokeThemselves(scope, personId)) return true
    }
    return correctPerson(scope, personId, person, saidBy)
  })

async function spokeThemselves(scope: Scope, personId: Id): Promise<boolean> {
  if ((await lastConfirmed(scope, [personId])).size > 0) return true
  return (await correctionsOf(scope, personId)).some((it) => it.saidBy === 'self')
}

/** Adds a way to reach a party, with where it came from. An old one stays until it is ended. */
export const addWayToReach = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Of & { readonly personId: Id; readonly point: NewContactPoint },
) =>
  change(desk, actor, input, 'contact.added', async (scope) => {
    if (!(await isParty(scope, input.caseId, input.personId))) return false
    await addContactPoint(scope, input.personId, input.point)
    await noticeShared(scope, input.caseId, input.personId)
    return true
  })

/** Says anew whether a way to reach a party is safe; obeyed by everything that is sent after this. */
export const changeSafety = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Of & {
    readonly pointId: Id
    readonly safety: Safety
    readonly voicemailSafety: Safety
    /** They said themselves that a detail which somebody else gave is theirs. */
    readonly confirmed?: boolean
  },
) =>
  change(desk, actor, input, 'contact.safety-changed', async (scope) => {
    if (!(await isPointOf(scope, input.caseId, input.pointId))) return false
    if (input.confirmed) await confirmContactPoint(scope, input.pointId)
    return setSafety(scope, input.pointId, input.safety, input.voicemailSafety)
  })

/** Ends a way to reach a party: nothing is sent to it any more. */
export const endWayToReach = (desk: Desk<PurposeKey>, actor: Id, input: Of & { readonly pointId: Id }) =>
  change(desk, actor, input, 'contact.ended', async (scope) =>
    (await isPointOf(scope, input.caseId, input.pointId)) ? endContactPoint(scope, input.pointId) : false,
  )

export const addChildToCase = (desk: Desk<PurposeKey>, actor: Id, input: Of & { readonly child: Omit<Child, 'id'> }) =>
  change(desk, actor, input, 'child.added', async (scope) => {
    if (!(await caseHead(scope, input.caseId))) return false
    await addChild(scope, input.caseId, input.child)
    return true
  })

export const correctChildOfCase = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Of & { readonly childId: Id; readonly child: Omit<Child, 'id'> },
) =>
  change(desk, actor, input, 'child.corrected', (scope) =>
    correctChild(scope, input.caseId, input.childId, input.child),
  )
