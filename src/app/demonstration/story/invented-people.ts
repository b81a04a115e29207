import type { NewEnquiry } from '../../../features/enquiries/index.ts'
import type { Chance } from './chance.ts'

const given = [
  'Amara',
  'Bryn',
  'Callum',
  'Dilys',
  'Ewan',
  'Farah',
  'Gareth',
  'Hana',
  'Idris',
  'Joanna',
  'Kieran',
  'Leila',
  'Marek',
  'Nadia',
  'Owen',
  'Priya',
  'Rhys',
  'Sunita',
  'Tomasz',
  'Uma',
  'Viktor',
  'Wendy',
  'Yusuf',
  'Zofia',
  'Alex',
  'Sam',
  'Robin',
  'Jo',
  'Chris',
  'Dana',
] as const
const family = [
  'Abernethy',
  'Bramley',
  'Cartwright-Ojo',
  'Dunmore',
  'Eastleigh',
  'Farrow',
  'Greenhalgh',
  'Hollis',
  'Ilesanmi',
  'Jarrow',
  'Kettlewell',
  'Lindqvist',
  'Marchetti',
  'Nkemelu',
  "O'Rafferty",
  'Pemberton',
  'Quayle',
  'Rossiter',
  'Silverdale',
  'Thackeray',
  'Underhill',
  'Vance',
  'Whitcombe',
  'Yarwood',
  'Zielinski',
] as const
const childGiven = [
  'Ava',
  'Ben',
  'Cora',
  'Dylan',
  'Elsie',
  'Finn',
  'Grace',
  'Harvey',
  'Iris',
  'Jude',
  'Kit',
  'Lola',
] as const
const streets = ['Mill Lane', 'Quay Street', 'Orchard Way', 'Station Road', 'Abbey Close', 'Hill View'] as const

export interface InventedPerson {
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
}

export const inventPerson = (chance: Chance): InventedPerson => ({
  givenName: chance.pick(given),
  familyName: chance.pick(family),
  birthDate: `${chance.between(1968, 1998)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`,
})

/** Brothers and sisters: no two of one name. */
export function inventChildren(chance: Chance, count: number, bornFrom: number) {
  const first = chance.between(0, childGiven.length - 1)
  return Array.from({ length: count }, (_, index) => inventChild(chance, (first + index) % childGiven.length, bornFrom))
}

const inventChild = (chance: Chance, name: number, bornFrom: number) => ({
  givenName: childGiven[name] ?? '',
  familyName: '',
  birthDate: `${chance.between(bornFrom, bornFrom + 10)}-${two(chance.between(1, 12))}`,
})

const two = (part: number) => String(part).padStart(2, '0')

/** Ofcom keeps 01632 960000 to 960999 for drama: nobody has these numbers. */
/** A mobile of theirs: these numbers belong to nobody, as the others do. */
export const mobileOf = ({ birthDate }: InventedPerson): string =>
  `07700 900${birthDate.slice(3, 4)}${birthDate.slice(8)}`

const inventTelephone = (chance: Chance) => `01632 960${String(chance.between(0, 999)).padStart(3, '0')}`

export function inventMailbox(person: InventedPerson, chance: Chance): string {
  const name = `${person.givenName}.${person.familyName}`.toLowerCase().replaceAll(/[^a-z.]/g, '')
  return `${name}${chance.between(10, 99)}@mail.example`
}

/** What an invented person would have sent by the self-referral form. */
export function inventReferral(
  chance: Chance,
  person: InventedPerson,
  other: InventedPerson,
  message: string,
): NewEnquiry {
  const telephone = inventTelephone(chance)
  const byEmail = chance.next() < 0.7
  const byLetter = !byEmail || chance.next() < 0.3
  return {
    channel: 'self_referral',
    askedBy: 'self',
    organisation: null,
    permissionStated: false,
    ...person,
    reach: {
      email: byEmail ? inventMailbox(person, chance) : null,
      emailSafety: byEmail ? 'safe' : 'unsafe',
      telephone,
      telephoneDigits: `+44${telephone.replaceAll(' ', '').slice(1)}`,
      telephoneSafety: 'safe',
      voicemailSafety: chance.next() < 0.6 ? 'safe' : 'unsafe',
      address: byLetter ? `${chance.between(1, 90)} ${chance.pick(streets)}, Fenwater` : null,
      postcode: byLetter ? 'FW1 4ML' : null,
      letterSafety: byLetter ? 'safe' : 'not_asked',
      contactTimes: chance.pick(['Mornings', 'After six', 'Any time', null]),
      ...{ safeDays: null, safeFrom: null, safeUntil: null },
    },
    otherGivenName: other.givenName,
    otherFamilyName: other.familyName,
    topic: chance.pick(['children', 'money', 'both']),
    message,
    safetyNote: null,
    needs: chance.next() < 0.1 ? 'An interpreter for Polish' : null,
  }
}
