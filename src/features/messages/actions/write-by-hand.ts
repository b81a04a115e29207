import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import type { ContactPoint } from '../../people/index.ts'
import { guard } from '../data/guard-reads.ts'
import { writeMessage } from '../data/message-writes.ts'
import { isUsable, type PartyToWriteTo, partyToWriteTo, type Side } from '../data/party-to-write-to.ts'
import type { MessageChannel } from '../domain/channels.ts'
import { type GuardKind, mustBeMended, writtenFindings } from '../domain/guard.ts'
import { handTemplate } from '../domain/message-words.ts'

/** How long what a colleague writes waits, and for how long a changed way of contact is new: ISO durations of the policy. */
export interface WritingTools {
  readonly sendDelay: string
  readonly recentChange: string
}

export interface HandWriting {
  readonly key: Id
  readonly caseId: Id
  readonly side: Side
  /** Whom the writer saw on the page: words for one person do not go to another who took their place. */
  readonly personId: Id
  readonly channel: MessageChannel
  readonly subject: string
  readonly body: string
  /** Why it may go in spite of what the guard found; null when nobody was asked. */
  readonly reason: string | null
}

export type WritingRefusal = 'no-such-party' | 'another-person' | 'no-way' | 'guarded'

/**
 * Writes a colleague's own words to one party. Before anything waits to go it is asked whether it is the right person, whether the
 * way is safe and not just changed, and whether anything of the other party is in it. What must be mended is not taken with any
 * reason. What is taken waits as long as the policy says, so that it can be undone.
 */
export function writeByHand(desk: Desk<PurposeKey>, actor: Id, tools: WritingTools, writing: HandWriting) {
  const { key, caseId } = writing
  const deed = { purpose: 'booking', deed: 'message.written', key, caseId } as const
  return desk.act<WritingRefusal>(actor, deed, async (scope) => {
    const party = await partyToWriteTo(scope, caseId, writing.side)
    if (!party) return refused('no-such-party')
    if (party.personId !== writing.personId) return refused('another-person')
    const point = party.ways[writing.channel]
    if (!isUsable(point)) return refused('no-way')
    const found = await guard(scope, { ...party, point }, `${writing.subject}\n${writing.body}`, tools.recentChange)
    if (found.some(mustBeMended) || (found.length > 0 && writing.reason === null)) return refused('guarded')
    return done({ messageId: await write(scope, actor, tools, { writing, party, point, found }) })
  })
}

interface Checked {
  readonly writing: HandWriting
  readonly party: PartyToWriteTo
  readonly point: ContactPoint
  readonly found: readonly GuardKind[]
}

const write = (scope: Scope, actor: Id, tools: WritingTools, { writing, party, point, found }: Checked): Promise<Id> =>
  writeMessage(scope, {
    ...{ caseId: party.caseId, personId: party.personId, contactPointId: point.id, zone: party.side },
    ...{ channel: writing.channel, template: handTemplate, subject: writing.subject, body: writing.body },
    recipient: writing.channel === 'letter' ? party.name : point.value,
    byHand: {
      writtenBy: actor,
      found: writtenFindings(found),
      reason: found.length > 0 ? writing.reason : null,
      goesAt: scope.now.add(Temporal.Duration.from(tools.sendDelay)),
    },
  })
