import type { Tables } from '../../../platform/database/tables.gen.ts'

export type Way = Tables['mediation_session']['way']
export type Room = Tables['session_note']['zone']
export type NoteKind = Tables['session_note']['kind']
export type Passing = NonNullable<Tables['session_note']['passing']>
export type SignedHow = Tables['agreement_to_mediate']['signed_how']

export const ways = ['joint', 'shuttle', 'online'] as const satisfies readonly Way[]
export const wayWords: Readonly<Record<Way, string>> = {
  joint: 'Together in one room',
  shuttle: 'In separate rooms (shuttle)',
  online: 'Online, with both',
}

export const rooms = ['both', 'A', 'B'] as const satisfies readonly Room[]

export const noteKinds = [
  'issue',
  'fact',
  'proposal',
  'counter_proposal',
  'agreement',
] as const satisfies readonly NoteKind[]
export const kindWords: Readonly<Record<NoteKind, string>> = {
  issue: 'Issue',
  fact: 'Fact',
  proposal: 'Proposal',
  counter_proposal: 'Counter-proposal',
  agreement: 'Agreement',
}

export const passings = ['ask', 'may', 'may_not'] as const satisfies readonly Passing[]
export const passingWords: Readonly<Record<Passing, string>> = {
  may: 'May pass',
  may_not: 'May not pass',
  ask: 'Ask me first',
}

export const signedHows = ['paper', 'in_person'] as const satisfies readonly SignedHow[]
export const signedWords: Readonly<Record<SignedHow, string>> = {
  paper: 'On paper, sent or handed to us',
  in_person: 'In person, before a mediator',
}
