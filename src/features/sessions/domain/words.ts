import type { Tables } from '../../../platform/database/tables.gen.ts'

export type Suitable = Tables['miam_record']['suitable']
export type Way = Tables['session_record']['way']

export const suitableWords: Readonly<Record<Suitable, string>> = {
  yes: 'Mediation is suitable',
  no: 'Mediation is not suitable',
  not_yet: 'Not decided yet',
}
export const suitables = ['yes', 'no', 'not_yet'] as const satisfies readonly Suitable[]

export const wayWords: Readonly<Record<Way, string>> = {
  joint: 'Together in one room',
  shuttle: 'In separate rooms (shuttle)',
  online: 'Online, with both',
  alone: 'With one party alone',
  telephone: 'By telephone',
}
export const ways = ['joint', 'shuttle', 'online', 'alone', 'telephone'] as const satisfies readonly Way[]

/** What a mediator does at a MIAM, in the order of rule 3.9(2) of the Family Procedure Rules 2010; the letters are the rule's. */
export const miamDuties = {
  information_given: {
    letter: 'a',
    title: 'Information you gave',
    hint: 'About how mediation works, and about the other ways to settle things without a court',
  },
  benefits_explained: {
    letter: 'b',
    title: 'Benefits you explained',
    hint: 'What this person could gain from mediation or another of those ways',
  },
  way_suited: {
    letter: 'e',
    title: 'Which way suits best, and why',
    hint: 'The way out of court that you think fits this dispute, and your reasons',
  },
  how_to_proceed: {
    letter: 'f',
    title: 'How to proceed',
    hint: 'What you told this person about how to begin with that way',
  },
} as const
export type MiamDuty = keyof typeof miamDuties

export const riskDuties = {
  abuse_risk: {
    letter: 'c',
    title: 'Risk of domestic abuse',
    hint: 'What you asked and were told, and how you judge the risk. Include fear, control and intimidation',
  },
  child_risk: {
    letter: 'd',
    title: 'Risk of harm to a child',
    hint: 'What you asked and were told, and how you judge the risk to every child concerned',
  },
} as const
