import type { Updateable } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import { requestOf, tell } from '../../requests/index.ts'
import { type Pack, packOf } from '../data/pack-reads.ts'
import { addPack, takeOut } from '../data/pack-writes.ts'
import { answerReady } from '../emails/pack-messages.ts'
import { type PackRefusal, type PackTools, packRefusals } from './pack-tools.ts'

export interface OfPack {
  readonly key: Id
  readonly requestId: Id
}

type Done = Promise<Outcome<Answer, PackRefusal>>

/** Begins a pack: the service collects it by itself, and nobody at a screen reads in the meantime. */
export const beginPack = (desk: Desk<PurposeKey>, actor: Id, { key, requestId }: OfPack): Done =>
  desk.act<PackRefusal>(actor, { ...deedOf('pack.begun', requestId), key, refusals: packRefusals }, async (scope) => {
    if (!(await requestOf(scope, requestId))) return refused('no_such')
    return done({ packId: await addPack(scope, requestId) })
  })

const deedOf = (deed: string, subjectId: Id) => ({ purpose: 'rights', deed, subjectId }) as const

/** Takes the pack of a request that the one who acts may see, and changes it. */
export const changingPack = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, requestId, deed }: OfPack & { readonly deed: string },
  work: (scope: Scope, pack: Pack) => Done,
): Done =>
  desk.act<PackRefusal>(actor, { ...deedOf(deed, requestId), key, refusals: packRefusals }, async (scope) => {
    const [request, pack] = [await requestOf(scope, requestId), await packOf(scope, requestId)]
    return request && pack ? work(scope, pack) : refused('no_such')
  })

const setOn = (scope: Scope, { id }: Pack, values: Updateable<Tables['access_pack']>) =>
  scope.queries.updateTable('access_pack').set(values).where('id', '=', id).execute()

/** The first of two people finds a pack ready. Whatever is changed after takes that back. */
export const findReady = (desk: Desk<PurposeKey>, actor: Id, input: OfPack): Done =>
  changingPack(desk, actor, { ...input, deed: 'pack.ready' }, async (scope, pack) => {
    if (pack.state !== 'collected') return refused('over')
    await setOn(scope, pack, { state: 'ready', ready_by: actor, ready_at: scope.now })
    return done({ packId: pack.id })
  })

/**
 * The second lets it go. What is taken out of it is gone from it from now on. They are told where they were reached before they asked;
 * where no such way is safe it goes all the same, and a colleague tells them.
 */
export async function releasePack(
  desk: Desk<PurposeKey>,
  tools: Pick<PackTools, 'goodFor' | 'voice'>,
  actor: Id,
  input: OfPack,
): Promise<Outcome<Answer, PackRefusal>> {
  const voice = await tools.voice()
  return changingPack(desk, actor, { ...input, deed: 'pack.released' }, async (scope, pack) => {
    if (pack.state !== 'ready') return refused(pack.state === 'released' ? 'over' : 'ready_first')
    if (pack.readyBy === actor) return refused('same_person')
    await takeOut(scope, pack.id)
    const until = dayOf(scope.now).add(tools.goodFor)
    const said_how = await sayReady(scope, input.requestId, voice, until)
    const gone = {
      state: 'released' as const,
      released_by: actor,
      released_at: scope.now,
      good_until: until.toString(),
    }
    await setOn(scope, pack, { ...gone, said_how })
    return done({ packId: pack.id })
  })
}

async function sayReady(scope: Scope, requestId: Id, voice: ServiceVoice, goodUntil: Temporal.PlainDate) {
  const found = await requestOf(scope, requestId)
  if (!found) return null
  const { reference, personId } = found.request
  const words = answerReady(voice, { reference, goodUntil, ownPages: personId !== null })
  const how = await tell(scope, found, 'written', words)
  return how.done && how.value !== 'spoken' ? how.value : null
}

/** Puts a pack aside that has not gone, so that it is collected anew. The worker takes its words away. */
export const putAside = (desk: Desk<PurposeKey>, actor: Id, input: OfPack): Done =>
  changingPack(desk, actor, { ...input, deed: 'pack.put-aside' }, async (scope, pack) => {
    if (pack.state === 'released') return refused('over')
    await setOn(scope, pack, { state: 'aside', ready_by: null, ready_at: null })
    return done({ packId: pack.id })
  })
