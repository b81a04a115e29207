import type { Channel } from '../../people/index.ts'

/** By what a message goes. */
export const messageChannels = ['email', 'text', 'letter'] as const
export type MessageChannel = (typeof messageChannels)[number]

/** What a person's card calls it. */
export const wayOf = { email: 'email', text: 'text_message', letter: 'letter' } as const satisfies Record<
  MessageChannel,
  Channel
>

export const channelWords: Readonly<Record<MessageChannel, string>> = {
  email: 'E-mail',
  text: 'Text message',
  letter: 'Letter',
}

export const longestBody = 5000
