import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import {
  addDisclosure,
  disclosureRefusals,
  type GateTools,
  judgeNow,
  noteSent,
  type Refusal,
  type Way,
} from '../../disclosures/index.ts'
import { addTask, finishTasks } from '../../tasks/index.ts'
import { addConcern, type Concern, changeConcern, handInConcern, lockConcern, type Recorded } from '../data/concerns.ts'
import type { ConcernDecision, ConsentSought } from '../domain/concern.ts'

type Acting = Promise<Outcome<Answer, ConcernRefusal>>
export type ConcernRefusal = 'no_such' | 'over' | 'own' | 'decided' | 'review_first' | Refusal

/** Records a worry: who is at risk, what was seen, by whom. Somebody else is asked to decide, unless there is no time. */
export const recordConcern = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Recorded & { readonly key: Id; readonly caseId: Id },
): Promise<Outcome<Answer, 'no_such'>> =>
  desk.act<'no_such'>(
    actor,
    { purpose: 'safeguarding', deed: 'concern.recorded', key: input.key, caseId: input.caseId },
    async (scope) => {
      if (!(await caseHead(scope, input.caseId))) {
        const handedIn = await handInConcern(scope, input)
        if (handedIn === null) return refused('no_such')
        scope.about({ subjectId: handedIn })
        return done({ concernId: handedIn })
      }
      const id = await addConcern(scope, input)
      scope.about({ subjectId: id })
      const dueOn = dayOf(scope.now).toString()
      const about = { caseId: input.caseId, subjectId: id, dueOn }
      await addTask(scope, { ...about, kind: 'decide-concern', forRole: 'supervisor' })
      return done({ concernId: id })
    },
  )

interface OfConcern {
  readonly key: Id
  readonly concernId: Id
}

const changing = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, concernId, deed }: OfConcern & { readonly deed: string },
  work: (scope: Scope, found: Concern) => Acting,
): Acting =>
  desk.act<ConcernRefusal>(
    actor,
    { purpose: 'safeguarding', deed, key, subjectId: concernId, refusals: disclosureRefusals },
    async (scope): Acting => {
      const found = await lockConcern(scope, concernId)
      if (!found) return refused('no_such')
      if (found.caseId) scope.about({ caseId: found.caseId })
      return found.closedOn === null ? work(scope, found) : refused('over')
    },
  )

/** Decides. Somebody other than who recorded it, unless somebody is in danger now: then a second looks at it within the time of the policy. */
export const decideConcern = (
  desk: Desk<PurposeKey>,
  tools: GateTools,
  actor: Id,
  input: OfConcern & {
    readonly decision: ConcernDecision
    readonly reason: string
    readonly consent: ConsentSought
    readonly consentReason: string
  },
): Acting =>
  changing(desk, actor, { ...input, deed: 'concern.decided' }, async (scope, found) => {
    if (found.decision !== null) return refused('decided')
    const alone = found.recordedBy === actor
    if (alone && !found.urgent) return refused('own')
    const reviewBy = alone ? scope.now.add(Temporal.Duration.from(tools.policy.clocks.safeguarding.review)) : null
    await changeConcern(scope, found.id, {
      ...{ decision: input.decision, decision_reason: input.reason, consent: input.consent },
      ...{ consent_reason: input.consentReason || null, decided_by: actor, decided_at: scope.now },
      review_by: reviewBy,
    })
    await finishTasks(scope, { kind: 'decide-concern', subjectId: found.id })
    if (reviewBy)
      await addTask(scope, {
        ...{ kind: 'review-concern', forRole: 'privacyOfficer', caseId: found.caseId, subjectId: found.id },
        dueOn: dayOf(reviewBy).toString(),
      })
    return done({ concernId: found.id })
  })

/** Tells somebody who can help, as little as will do: through the gate, which asks for a decision and for nothing that was said about it. */
export const tellOfConcern = (
  desk: Desk<PurposeKey>,
  tools: GateTools,
  actor: Id,
  input: OfConcern & { readonly recipient: string; readonly words: string; readonly reason: string; readonly how: Way },
): Acting =>
  changing(desk, actor, { ...input, deed: 'concern.told' }, async (scope, found) => {
    const { caseId } = found
    if (!caseId) return refused('over')
    const told = {
      recipient: input.recipient,
      ground: 'safeguarding',
      lawKind: null,
      side: 'both',
      wordsQuality: 'open',
      ...{ authority: '', facts: [], fileIds: [], words: input.words, caseId },
    } as const
    const [why] = await judgeNow(scope, tools, { ...told, concernDecided: found.decision === 'tell' }, 'safeguarding')
    if (why) return refused(why)
    const more = { hidden: true, concernId: found.id, reason: input.reason, policyHash: tools.policy.hash }
    const id = await addDisclosure(scope, { ...told, ...more })
    await noteSent(scope, id, input.how)
    return done({ concernId: found.id, disclosureId: id })
  })

/** A second looks at what one decided alone. */
export const reviewConcern = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfConcern & { readonly review: string },
): Acting =>
  changing(desk, actor, { ...input, deed: 'concern.reviewed' }, async (scope, found) => {
    if (found.reviewBy === null || found.reviewedAt !== null) return refused('over')
    if (found.decidedBy === actor) return refused('own')
    await changeConcern(scope, found.id, { reviewed_by: actor, reviewed_at: scope.now, review: input.review })
    await finishTasks(scope, { kind: 'review-concern', subjectId: found.id })
    return done({ concernId: found.id })
  })

export const closeConcern = (desk: Desk<PurposeKey>, actor: Id, input: OfConcern): Acting =>
  changing(desk, actor, { ...input, deed: 'concern.closed' }, async (scope, found) => {
    if (found.decision === null || (found.reviewBy !== null && found.reviewedAt === null))
      return refused('review_first')
    await changeConcern(scope, found.id, { closed_on: dayOf(scope.now).toString(), closed_by: actor })
    return done({ concernId: found.id })
  })
