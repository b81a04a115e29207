import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import {
  addContactPoint,
  contactPointsOf,
  correctPerson,
  endContactPoint,
  type NewContactPoint,
  type NewPerson,
  type Safety,
  setSafety,
} from '../../people/index.ts'
import { type Child, caseHead, partiesOf } from '../data/case-reads.ts'
import { addChild, correctChild } from '../data/case-writes.ts'

/** `held`: the file is held, so what is in it can be corrected and not emptied. */
export type DetailRefusal = 'no_such' | 'held'
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
  const refusals = { case_held: 'held' } as const
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

/** Corrects the name or birth date of a party. */
export const correctParty = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Of & { readonly personId: Id; readonly person: NewPerson },
) =>
  change(desk, actor, input, 'party.corrected', async (scope) =>
    (await isParty(scope, input.caseId, input.personId)) ? correctPerson(scope, input.personId, input.person) : false,
  )

/** Adds a way to reach a party, with where it came from. An old one stays until it is ended. */
export const addWayToReach = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Of & { readonly personId: Id; readonly point: NewContactPoint },
) =>
  change(desk, actor, input, 'contact.added', async (scope) => {
    if (!(await isParty(scope, input.caseId, input.personId))) return false
    await addContactPoint(scope, input.personId, input.point)
    return true
  })

/** Says anew whether a way to reach a party is safe; obeyed by everything that is sent after this. */
export const changeSafety = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Of & { readonly pointId: Id; readonly safety: Safety; readonly voicemailSafety: Safety },
) =>
  change(desk, actor, input, 'contact.safety-changed', async (scope) =>
    (await isPointOf(scope, input.caseId, input.pointId))
      ? setSafety(scope, input.pointId, input.safety, input.voicemailSafety)
      : false,
  )

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
