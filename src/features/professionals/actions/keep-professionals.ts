import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import {
  addProfessional as add,
  correctProfessional as correct,
  noteContact,
  removeProfessional as remove,
} from '../data/professionals.ts'
import type { Professional } from '../domain/professional.ts'

const purpose = 'professionalContacts'

const refusals = { professional_account_mailbox: 'mailbox_taken' } as const

interface About {
  readonly key: Id
  readonly id: Id
}

/** Adds a professional; whoever has the same work address is known already and is led to. */
export const addProfessional = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly professional: Professional },
) =>
  desk.act(actor, { purpose, deed: 'professional.added', key: input.key }, async (scope) =>
    done({ professionalId: await add(scope, input.professional) }),
  )

/** Puts somebody's work details right. */
export const correctProfessional = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: About & { readonly professional: Professional },
) => change(desk, actor, 'professional.changed', input, (scope) => correct(scope, input.id, input.professional))

/** Notes that we were in touch: from then on they are kept for as long as the policy says. */
export const contactedProfessional = (desk: Desk<PurposeKey>, actor: Id, input: About) =>
  change(desk, actor, 'professional.contacted', input, (scope) => noteContact(scope, input.id))

/** Takes somebody off the list, as they wish or because they are gone. */
export const removeProfessional = (desk: Desk<PurposeKey>, actor: Id, input: About) =>
  change(desk, actor, 'professional.removed', input, (scope) => remove(scope, input.id))

const change = (
  desk: Desk<PurposeKey>,
  actor: Id,
  deed: string,
  { key, id }: About,
  work: (scope: Scope) => Promise<boolean>,
): Promise<Outcome<Answer, 'no_such' | 'mailbox_taken'>> =>
  desk.act<'no_such' | 'mailbox_taken'>(actor, { purpose, deed, key, subjectId: id, refusals }, async (scope) =>
    (await work(scope)) ? done({ professionalId: id }) : refused('no_such'),
  )
