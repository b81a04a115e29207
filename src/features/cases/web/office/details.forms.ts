import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { isId } from '../../../../values/ids.ts'
import { readPostcode } from '../../../../values/postcode.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import type { NewContactPoint, NewPerson, Source } from '../../../people/index.ts'
import { birthDateIn, dateParts, familyName, givenName, knownAs } from './person-fields.ts'

const source = oneOf(['self', 'other_party', 'referrer', 'staff'] as const, 'Choose where it comes from')

export const personForm = (today: Temporal.PlainDate) =>
  z
    .object({
      ...{ given_name: givenName, family_name: familyName, known_as: knownAs, ...dateParts('birth_date') },
      former_names: optionalText(200),
      said_by: source,
    })
    .transform((sent, context): { person: NewPerson; saidBy: Source } => ({
      person: {
        givenName: sent.given_name,
        familyName: sent.family_name,
        knownAs: sent.known_as,
        formerNames: sent.former_names,
        birthDate: birthDateIn(sent, 'birth_date', today, (message) =>
          context.addIssue({ code: 'custom', path: ['birth_date'], message }),
        ),
      },
      saidBy: sent.said_by,
    }))

export const childForm = (today: Temporal.PlainDate) =>
  z
    .object({ given_name: givenName, family_name: optionalText(100), ...dateParts('birth_date') })
    .transform((sent, context) => ({
      givenName: sent.given_name,
      familyName: sent.family_name ?? '',
      birthDate: birthDateIn(sent, 'birth_date', today, (message) =>
        context.addIssue({ code: 'custom', path: ['birth_date'], message }),
      ),
    }))

const safety = oneOf(['safe', 'unsafe', 'not_asked'] as const, 'Say whether it is safe, not safe, or not asked')

export const safetyForm = z.object({
  ...{ safety, voicemail_safety: safety.default('not_asked'), end: optionalText(10) },
  confirmed: z.array(z.string()).catch([]).default([]),
})

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/u

export const contactForm = z
  .object({
    kind: oneOf(['telephone', 'email', 'address'] as const, 'Choose what it is'),
    value: requiredText('Enter the number, e-mail or address', 500),
    postcode: optionalText(10),
    source,
    safety,
    voicemail_safety: safety.default('not_asked'),
    replaces: optionalText(40),
  })
  .transform((sent, context): NewContactPoint => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (sent.kind === 'telephone' && !readTelephone(sent.value).done)
      refuse('value', 'Enter a telephone number, like 01603 555 123')
    if (sent.kind === 'email' && !emailShape.test(sent.value))
      refuse('value', 'Enter an e-mail address, like name@example.org')
    const told = sent.source === 'other_party' || sent.source === 'referrer'
    if (told && (sent.safety === 'safe' || sent.voicemail_safety === 'safe'))
      refuse(
        'safety',
        'What somebody else gave us is safe once they have said so themselves. Choose not asked, or not safe',
      )
    const postcode = sent.kind === 'address' && sent.postcode !== null ? readPostcode(sent.postcode) : null
    if (postcode && !postcode.done) refuse('postcode', 'Enter a full postcode, like NR1 1AA')
    return {
      kind: sent.kind,
      value: sent.value,
      postcode: postcode?.done ? postcode.value : null,
      source: sent.source,
      safety: sent.safety,
      voicemailSafety: sent.voicemail_safety,
      ...(isId(sent.replaces) ? { replacesId: sent.replaces } : {}),
    }
  })
