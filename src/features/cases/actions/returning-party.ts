import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import {
  addContactPoint,
  addSafeContact,
  type ContactPoint,
  contactPointsOf,
  correctPerson,
  endContactPoint,
  folded,
  type NewContactPoint,
  type NewPerson,
  type Person,
  personOf,
  type Safety,
  safeContactOf,
  setSafety,
} from '../../people/index.ts'
import { addTaskOnce } from '../../tasks/index.ts'

/** Somebody who is on record from an earlier case, and is a party of another one now. */
export interface ReturningParty {
  readonly caseId: Id
  readonly personId: Id
  /** As they called themselves now; null where somebody else named them. */
  readonly typed: NewPerson | null
  readonly points: readonly NewContactPoint[]
}

/** Whether this person is there for whoever acts; those from whom they are walled off are not. */
export const isOnRecord = async (scope: Scope, personId: Id): Promise<boolean> =>
  (await personOf(scope, personId)) !== null

/**
 * Takes somebody from their earlier record into a new case. A name of before stays as a former name. What they called safe years ago is
 * asked again, what they called unsafe stays so; of somebody with another live case the details are in use, and stand.
 */
export async function takeReturning(scope: Scope, returning: ReturningParty): Promise<void> {
  const { caseId, personId, typed, points } = returning
  const before = await personOf(scope, personId)
  if (!before) throw new Error('who returns was looked at before')
  if (typed) await correctPerson(scope, personId, renamed(before, typed), 'self')
  const old = await contactPointsOf(scope, personId)
  if (!(await hasOtherLiveCase(scope, personId, caseId))) await askAllAgain(scope, personId, old)
  for (const point of points) await takePoint(scope, personId, old, point)
  const dueOn = todayInLondon(scope.now).toString()
  await addTaskOnce(scope, { kind: 'confirm-details', forRole: 'coordinator', dueOn, caseId, subjectId: personId })
}

function renamed(before: Person, typed: NewPerson): NewPerson {
  const full = (it: Pick<Person, 'givenName' | 'familyName'>) => `${it.givenName} ${it.familyName}`.trim()
  const isNew = full(before).toLowerCase() !== full(typed).toLowerCase()
  const formerNames = isNew ? [before.formerNames, full(before)].filter(Boolean).join(', ') : before.formerNames
  return {
    ...(isNew ? { givenName: typed.givenName, familyName: typed.familyName } : before),
    ...{ knownAs: before.knownAs, formerNames, birthDate: before.birthDate ?? typed.birthDate },
  }
}

async function hasOtherLiveCase(scope: Scope, personId: Id, caseId: Id): Promise<boolean> {
  const found = await scope.queries
    .selectFrom('party')
    .innerJoin('case_file', 'case_file.id', 'party.case_id')
    .select('case_file.id')
    .where('party.person_id', '=', personId)
    .where('case_file.status', '=', 'live')
    .where('case_file.id', '<>', caseId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

const asked = (safety: Safety): Safety => (safety === 'unsafe' ? 'unsafe' : 'not_asked')

async function askAllAgain(scope: Scope, personId: Id, points: readonly ContactPoint[]): Promise<void> {
  for (const it of points) await setSafety(scope, it.id, asked(it.safety), asked(it.voicemailSafety))
  const card = await safeContactOf(scope, personId)
  if (!card) return
  const { email, telephone, text_message, voicemail, letter } = card
  await addSafeContact(scope, personId, {
    ...card,
    ...{ email: asked(email), telephone: asked(telephone), text_message: asked(text_message) },
    ...{ voicemail: asked(voicemail), letter: asked(letter) },
    ...{ seen: card.version, reason: 'They came back with a new case: what was safe is asked again' },
  })
}

/** The same number again takes the place of the one from before; unsafe then is unsafe now, until they are asked. */
async function takePoint(
  scope: Scope,
  personId: Id,
  old: readonly ContactPoint[],
  point: NewContactPoint,
): Promise<void> {
  const form = (it: { readonly kind: ContactPoint['kind']; readonly value: string }) =>
    it.kind === 'address' ? null : `${it.kind} ${folded(it.kind, it.value)}`
  const same = old.filter((it) => form(it) !== null && form(it) === form(point))
  for (const it of same) await endContactPoint(scope, it.id)
  const unsafe = same.some((it) => it.safety === 'unsafe')
  const silent = same.some((it) => it.voicemailSafety === 'unsafe')
  await addContactPoint(scope, personId, {
    ...point,
    safety: unsafe ? 'unsafe' : point.safety,
    voicemailSafety: silent ? 'unsafe' : point.voicemailSafety,
  })
}
