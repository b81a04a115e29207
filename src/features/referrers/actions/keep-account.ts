import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { voiceOf, writeToReferrer } from '../../messages/index.ts'
import { noteContact, professionalOf } from '../../professionals/index.ts'
import { readPublished } from '../../settings/index.ts'
import { endAccount, openAccount } from '../data/accounts.ts'
import { accountMessage } from '../emails/account-message.ts'

const purpose = 'professionalContacts'

export interface InvitingTools {
  /** The service's name, where it has set no neutral one. */
  readonly serviceName: string
  readonly origin: URL
}

interface About {
  readonly key: Id
  readonly id: Id
}

export type InvitingRefusal = 'no_such' | 'no_mailbox' | 'mailbox_taken'

const refusals = { professional_account_mailbox: 'mailbox_taken' } as const

/** Gives a professional an account, and writes to tell them. */
export function inviteReferrer(
  desk: Desk<PurposeKey>,
  tools: InvitingTools,
  actor: Id,
  { key, id }: About,
): Promise<Outcome<Answer, InvitingRefusal>> {
  const deed = { purpose, deed: 'referrer.invited', key, subjectId: id, refusals } as const
  return desk.act<InvitingRefusal>(actor, deed, async (scope) => {
    const professional = await professionalOf(scope, id)
    if (!professional) return refused('no_such')
    if (professional.email === null) return refused('no_mailbox')
    await openAccount(scope, id)
    await noteContact(scope, id)
    const voice = voiceOf(await readPublished(scope), tools.serviceName)
    const page = (path: string) => new URL(path, tools.origin).href
    await writeToReferrer(scope, id, accountMessage(voice, { door: page('/portal/sign-in'), notice: page('/privacy') }))
    return done({ professionalId: id })
  })
}

/** Ends an account: from this moment nothing that is signed in with it shows anything. */
export function endReferrerAccount(
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, id }: About,
): Promise<Outcome<Answer, 'no_such'>> {
  return desk.act<'no_such'>(actor, { purpose, deed: 'referrer.ended', key, subjectId: id }, async (scope) =>
    (await endAccount(scope, id)) ? done({ professionalId: id }) : refused('no_such'),
  )
}
