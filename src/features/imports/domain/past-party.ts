import type { PastParty } from '../../cases/index.ts'
import { type NewContactPoint, nothingSaid, type Safety } from '../../people/index.ts'
import type { Channels, SheetPerson } from './sheet.ts'

/** A person of a sheet as a party comes on record. What the sheet does not say was not asked. */
export function partyOf(person: SheetPerson): PastParty {
  const { givenName, familyName, knownAs, formerNames, birthDate, contactNotes, source } = person
  const safe = believed(person)
  const anySaid = contactNotes !== null || Object.values(safe).some((it) => it !== 'not_asked')
  return {
    person: { givenName, familyName, knownAs, formerNames, birthDate },
    points: pointsOf(person, safe),
    card: anySaid ? { ...nothingSaid, ...safe, times: contactNotes } : null,
    source,
  }
}

/** What another called safe was not said by the person: they are asked before it is used. That it is unsafe counts, whoever says so. */
function believed({ safe, source }: SheetPerson): Channels {
  if (source === 'self') return safe
  const said = (safety: Safety) => (safety === 'safe' ? 'not_asked' : safety)
  return {
    email: said(safe.email),
    telephone: said(safe.telephone),
    voicemail: said(safe.voicemail),
    text_message: said(safe.text_message),
    letter: said(safe.letter),
  }
}

function pointsOf(person: SheetPerson, safe: Channels): NewContactPoint[] {
  const { email, telephone, address, postcode, source } = person
  const common = { postcode: null, source, voicemailSafety: 'not_asked' } as const
  return [
    ...(email ? [{ ...common, kind: 'email' as const, value: email, safety: safe.email }] : []),
    ...(telephone
      ? [
          {
            ...{ ...common, kind: 'telephone' as const, value: telephone },
            ...{ safety: safe.telephone, voicemailSafety: safe.voicemail },
          },
        ]
      : []),
    ...(address ? [{ ...common, kind: 'address' as const, value: address, postcode, safety: safe.letter }] : []),
  ]
}
