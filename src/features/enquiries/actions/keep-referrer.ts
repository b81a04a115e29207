import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addProfessional } from '../../professionals/index.ts'
import { referralOf } from '../data/referrals.ts'

/** Keeps whoever referred somebody among the professional contacts; who is there already is led to. Nothing of the client goes with them. */
export function keepReferrer(desk: Desk<PurposeKey>, actor: Id, input: { readonly key: Id; readonly enquiryId: Id }) {
  const { key, enquiryId } = input
  const deed = { purpose: 'professionalContacts', deed: 'professional.added', key } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const referral = await referralOf(scope, enquiryId)
    if (!referral) return refused('no_such')
    const { name, work, organisation, email, telephone } = referral
    const professional = { name, work, organisation, email, telephone, source: 'themselves' } as const
    return done({ professionalId: await addProfessional(scope, professional) })
  })
}
