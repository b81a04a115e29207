import type { PageRequest } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { Id } from '../../../../values/ids.ts'
import { type Except, type Known, knownAlready, knownByCard, together } from '../../data/known-people.ts'
import { canBeSought, type Sought } from '../../domain/search.ts'

/** Whether a role may act for a purpose. */
export type MayAct = (role: string, purpose: PurposeKey) => boolean

/** Those known by a card that outlived their file, for whoever may look. A purpose of its own, so a question of its own. */
export async function cardsFor(
  request: PageRequest<PurposeKey>,
  mayAct: MayAct,
  sought: Sought,
  subjectId?: Id,
): Promise<Known[]> {
  if (!canBeSought(sought) || !mayAct(request.staff?.role ?? '', 'returningClient')) return []
  const deed = { purpose: 'returningClient', deed: 'card.sought', ...(subjectId ? { subjectId } : {}) } as const
  return request.desk.read(actorOf(request), deed, (scope) => knownByCard(scope, sought))
}

/** Everybody who may be the one who is looked for: on record, or known by a card. */
export async function everybodyKnown(
  request: PageRequest<PurposeKey>,
  mayAct: MayAct,
  sought: Sought,
  about: { readonly subjectId?: Id; readonly except?: Except } = {},
): Promise<Known[]> {
  if (!canBeSought(sought)) return []
  const { subjectId, except = {} } = about
  const deed = { purpose: 'recognition', deed: 'person.sought', ...(subjectId ? { subjectId } : {}) } as const
  const known = await request.desk.read(actorOf(request), deed, (scope) => knownAlready(scope, sought, except))
  return together(known, await cardsFor(request, mayAct, sought, subjectId))
}
