/** What invented people said: plain, and nobody's. */
export const messages = [
  'We separated in the spring and need to sort out where the children are in the week.',
  'We cannot agree what happens to the house. I would like to try before it goes to court.',
  'I was told that I need a first meeting before I can apply. What do I have to do?',
  'We get on well enough but go round in circles about money.',
  'I would like somebody to help us talk about holidays and school.',
] as const

export const miamWords = {
  informationGiven: 'Explained how mediation works, what else there is besides court, and what each costs.',
  benefitsExplained:
    'Talked about deciding things themselves, sooner and for less, and about the children seeing less conflict.',
  waySuited: 'Mediation suits: both want to settle, and speak to each other. Arbitration was named for the valuation.',
  howToProceed: 'Invite the other party to a first meeting; joint session if both wish.',
} as const

export const riskWords = {
  abuseRisk: 'Asked in private about fear, control and violence. None reported, now or before.',
  childRisk: 'No sign of harm. The children go to school and see both parents.',
} as const

export const discussed = [
  'School days and who collects. Both brought their rotas.',
  'The tenancy, the joint account and the car.',
  'Summer holidays, and telephone calls on the other days.',
  'Pensions: statements asked for.',
] as const

export const agreed = [
  'To try alternate weekends until half term and look again.',
  'Each sends bank statements for twelve months before the next session.',
  '',
] as const

export const summary =
  'What both described, what they would like for the children, and what they will do before the next session.'

/** When somebody is alone, as the form asks it: what is sent waits for it. */
export const safeInTheDay = {
  safeDays: 'Mon Tue Wed Thu Fri',
  safeFrom: '09:30',
  safeUntil: '15:00',
  contactTimes: null,
} as const

export const cardWords = {
  careful: {
    voicemail: 'unsafe',
    text_message: 'unsafe',
    letter: 'unsafe',
    times: 'Weekdays from ten to two',
    whoMayAnswer: 'Nobody else. Say that it is the library about a book',
    codeWord: 'Kingfisher',
  },
  easy: {
    letter: 'safe',
    text_message: 'safe',
    times: 'Any evening',
    language: 'Polish',
    interpreter: 'Polish, for the long words',
  },
} as const
const ofTheRooms = { legalQuality: 'without_prejudice', passing: 'ask' } as const

/** What was said in a shuttle session, in which room, and whether it was passed on. */
export const saidInSessions = [
  { ...ofTheRooms, zone: 'both', kind: 'issue', words: 'Where the children are on school nights', passed: false },
  { ...ofTheRooms, zone: 'A', kind: 'proposal', words: 'Three nights each, Sundays in turn', passed: true },
  { ...ofTheRooms, zone: 'A', kind: 'fact', words: 'Is looking at a flat nearer to the school', passed: false },
  {
    ...ofTheRooms,
    zone: 'B',
    kind: 'counter_proposal',
    words: 'Two weeknights for now, then look again',
    passed: true,
  },
  { ...ofTheRooms, zone: 'both', kind: 'agreement', words: 'Try it until half term, then meet again', passed: false },
] as const

const notSpokenOf = { lives: '', timeWith: '', holidays: '', school: '' } as const

/** How a child's week is arranged, as each parent tells it and as they agreed. */
export const arrangedForChild = [
  { ...notSpokenOf, by: 'A', lives: 'With me', timeWith: 'Every other weekend there, from Friday at six' },
  { ...notSpokenOf, by: 'B', lives: 'With both of us in turn', holidays: 'Half of each, as before' },
  { ...notSpokenOf, by: 'both', timeWith: 'Two weeknights and every other weekend there, until half term' },
] as const
