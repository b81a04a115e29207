import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { childrenOf } from '../../cases/index.ts'
import {
  addAgreement,
  addChildMeeting,
  addChildWord,
  type ChildAgreement,
  type ChildMeeting,
  childMeetingOf,
  markTold,
  settleChildMeeting,
} from '../data/child-meetings.ts'

type Of = { readonly key: Id; readonly caseId: Id; readonly childId: Id }
type Result<Reason extends string = 'no_such'> = Promise<Outcome<Answer, Reason>>

/** Records that a parent, or the child, agrees to a meeting or does not. What was said last counts. */
export function recordChildAgreement(desk: Desk<PurposeKey>, actor: Id, made: Of & ChildAgreement): Result {
  const { key, caseId, childId } = made
  const deed = { purpose: 'booking', deed: 'child.agreement-recorded', key, caseId, subjectId: childId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await childrenOf(scope, caseId)).some((it) => it.id === childId)) return refused('no_such')
    await addAgreement(scope, made)
    return done({ childId })
  })
}

export type BookingReason = 'no_such' | 'not_agreed' | 'not_qualified' | 'taken'
const bookingRefusals = {
  child_meeting_agreed: 'not_agreed',
  child_meeting_qualified: 'not_qualified',
  child_meeting_mediator_free: 'taken',
} as const

/** Books a meeting of a mediator with a child. The database refuses it without the three agreements and a mediator qualified for it. */
export function bookChildMeeting(
  desk: Desk<PurposeKey>,
  actor: Id,
  made: Of & Pick<ChildMeeting, 'mediatorId' | 'startsAt'>,
): Result<BookingReason> {
  const { key, caseId, childId } = made
  const about = { purpose: 'booking', deed: 'child.meeting-booked', key, caseId, subjectId: childId } as const
  return desk.act<BookingReason>(actor, { ...about, refusals: bookingRefusals }, async (scope) => {
    if (!(await childrenOf(scope, caseId)).some((it) => it.id === childId)) return refused('no_such')
    const meetingId = await addChildMeeting(scope, made)
    return done({ meetingId })
  })
}

/** Says whether a meeting with a child was held. Whoever withdrew their agreement before it has the last word. */
export function settleMeeting(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly meetingId: Id; readonly status: 'held' | 'not_held' },
): Result<BookingReason> {
  const { key, meetingId, status } = input
  const about = { purpose: 'booking', deed: 'child.meeting-settled', key, subjectId: meetingId } as const
  return desk.act<BookingReason>(actor, { ...about, refusals: bookingRefusals }, async (scope) => {
    const meeting = await childMeetingOf(scope, meetingId)
    if (!meeting || !(await settleChildMeeting(scope, meetingId, status))) return refused('no_such')
    scope.about({ caseId: meeting.caseId })
    return done({ caseId: meeting.caseId, childId: meeting.childId })
  })
}

/** Writes down what a child said, and whether their parents may be told. */
export function recordChildWord(
  desk: Desk<PurposeKey>,
  actor: Id,
  said: { readonly key: Id; readonly meetingId: Id; readonly mayTell: boolean; readonly words: string },
): Result {
  const { key, meetingId } = said
  const deed = { purpose: 'childVoice', deed: 'child.heard', key, subjectId: meetingId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const meeting = await childMeetingOf(scope, meetingId)
    if (meeting?.mediatorId !== actor || meeting.status !== 'held') return refused('no_such')
    scope.about({ caseId: meeting.caseId })
    await addChildWord(scope, meeting, said)
    return done({ meetingId })
  })
}

/** Notes that the parents were told what the child said they may be told. */
export function tellParents(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly meetingId: Id; readonly wordId: Id },
): Result {
  const { key, meetingId, wordId } = input
  const deed = { purpose: 'childVoice', deed: 'child.parents-told', key, subjectId: meetingId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const meeting = await childMeetingOf(scope, meetingId)
    const on = todayInLondon(scope.now).toString()
    if (!meeting || !(await markTold(scope, wordId, on))) return refused('no_such')
    scope.about({ caseId: meeting.caseId })
    return done({ meetingId })
  })
}
