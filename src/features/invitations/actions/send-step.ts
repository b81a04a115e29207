import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import { type FirstContactNotice, firstContactNotice } from '../../../policy/index.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { voiceOf, type WrittenMessage, writeMessage } from '../../messages/index.ts'
import { readPublished } from '../../settings/index.ts'
import { finishTasks } from '../../tasks/index.ts'
import { invitationOf, lockInvitation } from '../data/invitation-reads.ts'
import { addStep, type InvitationRefusal, invitationRefusals } from '../data/invitation-writes.ts'
import { type Pair, pairsOf } from '../data/ways.ts'
import { type Invitation, isWrongPerson, remindsNow } from '../domain/board.ts'
import { newReplyCode, sumOfCode } from '../domain/reply-code.ts'
import { invitationMessage, reminderMessage } from '../emails/invitation-letter.ts'
import { type LetterFacts, wordingOn } from '../emails/wordings.ts'
import type { InvitationTools } from './invitation-tools.ts'

export type SendRefusal = InvitationRefusal | 'missing' | 'no-way' | 'not-due'

interface Sending {
  readonly key: Id
  readonly invitationId: Id
  readonly kind: 'invitation' | 'reminder'
}

/**
 * Writes to the other party, once for each step: by e-mail if one is safe, else by letter. Whether they may be written to at all, and
 * by what way, is asked here and now; the database refuses what must not be (no screening, a stop, an answer). The first word takes
 * the notice with it, and which notice that was is kept.
 */
export function sendStep(
  desk: Desk<PurposeKey>,
  actor: Id | null,
  tools: Pick<InvitationTools, 'policy' | 'origin'>,
  sending: Sending,
): Promise<Outcome<Answer, SendRefusal>> {
  const { key, invitationId, kind } = sending
  const deed = { purpose: 'invitation', deed: `invitation.${kind === 'reminder' ? 'reminded' : 'sent'}`, key } as const
  const about = { ...deed, subjectId: invitationId, refusals: invitationRefusals }
  return desk.act<SendRefusal>(actor, about, async (scope) => {
    if (!(await lockInvitation(scope, invitationId))) return refused('missing')
    const invitation = await invitationOf(scope, invitationId)
    const pair = invitation && (await pairsOf(scope, [invitation])).get(invitation.caseId)
    if (!invitation || !pair) return refused('missing')
    scope.about({ caseId: invitation.caseId })
    const { way } = pair.invitee
    if (!way) return refused('no-way')
    if (!isItsTurn(invitation, kind, way.channel, dayOf(scope.now)))
      return refused(kind === 'invitation' ? 'sent-already' : 'not-due')
    return write(scope, tools, { invitation, pair: { ...pair, way }, kind })
  })
}

/** Two who press at once send one letter: whoever comes second finds it sent. */
function isItsTurn(
  invitation: Invitation,
  kind: Sending['kind'],
  way: 'email' | 'letter',
  today: Temporal.PlainDate,
): boolean {
  if (kind === 'reminder') return remindsNow(invitation, way, today)
  return invitation.sent === 0 || isWrongPerson(invitation)
}

interface Writing {
  readonly invitation: Invitation
  readonly pair: Pair & { readonly way: NonNullable<Pair['invitee']['way']> }
  readonly kind: Sending['kind']
}

async function write(
  scope: Scope,
  tools: Pick<InvitationTools, 'policy' | 'origin'>,
  { invitation, pair, kind }: Writing,
): Promise<Outcome<Answer, never>> {
  const { invitee, way } = pair
  const { caseId, id: invitationId } = invitation
  const code = newReplyCode()
  const { message, wording, notice } = await wordsOf(scope, tools, { invitation, pair, kind }, code)
  const { channel, point } = way
  const messageId = await writeMessage(scope, {
    ...{ caseId, personId: invitee.personId, contactPointId: point.id, aboutId: invitationId, channel },
    zone: invitation.inviting === 'A' ? 'B' : 'A',
    // An envelope is addressed when the letter is printed.
    recipient: channel === 'email' ? point.value : invitee.name,
    ...message,
  })
  const sent = { invitationId, caseId, kind, number: invitation.sent + 1, messageId, contactPointId: point.id, channel }
  const stepId = await addStep(scope, { ...sent, wording, notice, codeHash: sumOfCode(code) } as const)
  if (notice) await finishTasks(scope, { kind: 'tell-whence', caseId, subjectId: invitee.personId })
  return done({ stepId, messageId })
}

async function wordsOf(
  scope: Scope,
  { policy, origin }: Pick<InvitationTools, 'policy' | 'origin'>,
  { invitation, pair, kind }: Writing,
  code: string,
): Promise<{ message: WrittenMessage; wording: string; notice: FirstContactNotice | null }> {
  const settings = await readPublished(scope)
  const voice = voiceOf(settings, policy.service.name)
  const facts: LetterFacts = {
    serviceName: voice.name,
    telephone: voice.telephone,
    inviterName: invitation.namesInviter ? pair.inviter.name : null,
    source: pair.way.point.source,
    code,
    address: new URL(`/reply/${code}`, origin).href,
  }
  const wording = wordingOn(dayOf(scope.now))
  if (kind === 'reminder') return { message: reminderMessage(wording, facts), wording: wording.version, notice: null }
  const { telephone, openingHours, privacyLead } = settings
  const notice = firstContactNotice(policy, { telephone, openingHours, privacyLead })
  return { message: invitationMessage(wording, facts, notice), wording: wording.version, notice }
}
