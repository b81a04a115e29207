import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

/** Says in a letter about a change that others hear of it, and that the person may know who (UK GDPR, Article 19). */
export const othersHear =
  'If we had told somebody outside about it, we tell them too, unless that cannot be done. Ask us if you want to know who they are.'

/** Whom we had told, for somebody who wants to know. */
export const recipientsNamed = (
  voice: ServiceVoice,
  about: { readonly reference: string; readonly who: readonly string[] },
): WrittenMessage =>
  written('recipients-named', 'Whom we had told', [
    'Hello,',
    `You asked whom we had told about you. This belongs to your request ${about.reference}.`,
    about.who.map((it) => `- ${it}`).join('\n'),
    closing(voice),
  ])
