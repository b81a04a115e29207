import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { NewMessage, WrittenMessage } from '../../messages/index.ts'
import { type ContactPoint, wayToReach } from '../../people/index.ts'

/** By what a party is told of an appointment, and where. */
export interface WritingWay {
  readonly channel: NewMessage['channel']
  readonly point: ContactPoint
}

const channelOf = { email: 'email', text: 'text_message', letter: 'letter' } as const

/** The first of some channels that the person said is safe; null when none of them is. */
export async function wayToWrite(
  scope: Scope,
  personId: Id,
  channels: readonly WritingWay['channel'][],
): Promise<WritingWay | null> {
  for (const channel of channels) {
    const way = await wayToReach(scope, { personId, channel: channelOf[channel] })
    if (way.usable) return { channel, point: way.point }
  }
  return null
}

/**
 * A message in the form of its channel. The envelope of a letter is addressed when it is printed: where somebody lives is read then,
 * and nowhere else.
 */
export const onWay = ({ channel, point }: WritingWay, name: string, { short, ...message }: WrittenMessage) => ({
  ...message,
  channel,
  contactPointId: point.id,
  recipient: channel === 'letter' ? name : point.value,
  ...(channel === 'text' ? { body: short ?? message.body } : {}),
})
