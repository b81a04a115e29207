import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PartyDoor } from '../../../platform/sign-in/party-door.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { partiesOf } from '../../cases/index.ts'
import { addCode } from '../data/party-codes.ts'

/** Makes a code that is handed to a party on paper; an earlier one ends. It is the code of the answer's `codeId`. */
export function handOverCode(
  desk: Desk<PurposeKey>,
  door: PartyDoor,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly personId: Id },
): Promise<Outcome<Answer, 'party.missing'>> {
  const { key, caseId, personId } = input
  const deed = { purpose: 'booking', deed: 'portal.code-handed', key, caseId, subjectId: personId } as const
  return desk.act<'party.missing'>(actor, deed, async (scope) => {
    const parties = await partiesOf(scope, caseId)
    if (!parties.some((party) => party.personId === personId)) return refused('party.missing')
    await addCode(scope, personId, null, door.restingCode(key, 'paperCode'))
    return done({ codeId: key })
  })
}
