import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { consentOf } from '../../consents/index.ts'
import { answersOf, meetingOf, type OnlineAttendance, onlineAttendance } from '../data/online-reads.ts'
import { addAnswer } from '../data/online-writes.ts'
import { type Channel, type OnlineMeeting, type Other, onlineScope, standingOf } from '../domain/online.ts'

export type AnswerRefusal = 'no-such-meeting' | 'not-set' | 'changed'

/** What somebody says: yes to a meeting as it was shown to them, no, or that they cannot talk safely now. */
export type Said =
  | { readonly word: 'yes'; readonly meetingId: string }
  | { readonly word: 'no'; readonly instead: Other | null }
  | { readonly word: 'unsafe' }

const refusals = { online_answer_to_this: 'changed' } as const

/**
 * Records what a party says to meeting online this time, by themselves or through a colleague whom they told. A no after a yes takes
 * the yes back: from that moment the database gives them no address.
 */
export function answerMeeting(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly attendanceId: Id; readonly said: Said; readonly channel: Channel },
  policy: CompiledPolicy,
) {
  const { key, attendanceId, said, channel } = input
  const about = { key, subjectId: attendanceId, refusals }
  const deed = channel === 'website' ? 'portal.online-answered' : 'online.answer-recorded'
  return desk.act<AnswerRefusal>(actor, { purpose: 'onlineMeetings', deed, ...about }, async (scope) => {
    const attendance = await onlineAttendance(scope, attendanceId)
    if (!attendance) return refused('no-such-meeting')
    const meeting = await meetingOf(scope, attendance.appointmentId)
    if (!meeting) return refused('not-set')
    if (said.word === 'yes' && said.meetingId !== meeting.id) return refused('changed')
    scope.about({ caseId: attendance.caseId })
    await record(scope, policy, { attendance, meeting, said, channel })
    return done({ attendanceId, appointmentId: attendance.appointmentId })
  })
}

interface Recording {
  readonly attendance: OnlineAttendance
  readonly meeting: OnlineMeeting
  readonly said: Said
  readonly channel: Channel
}

async function record(scope: Scope, policy: CompiledPolicy, { attendance, meeting, said, channel }: Recording) {
  const asked = consentOf(policy, onlineScope)
  if (!asked) throw new Error('the policy asks nobody whether they meet online')
  const { provider, notice } = meeting
  await addAnswer(scope, attendance, {
    act: await actOf(scope, attendance, meeting, said),
    instead: said.word === 'no' ? said.instead : null,
    ...{ provider, notice, channel, wordingHash: asked.wordingHash, policyHash: policy.hash },
  })
}

async function actOf(scope: Scope, attendance: OnlineAttendance, meeting: OnlineMeeting, { word }: Said) {
  if (word === 'yes') return 'given'
  if (word === 'unsafe') return 'unsafe'
  const last = (await answersOf(scope, attendance.appointmentId)).get(attendance.attendanceId) ?? null
  return standingOf(meeting, last) === 'agreed' ? 'withdrawn' : 'refused'
}
