/**
 * The parts of the website's wording that a service may say in its own words, with what stands there until it does. Plain text; an
 * empty line parts paragraphs. None of them may repeat a rule of the policy: those are said by the notice.
 */
export const pageWording = {
  'home.welcome': {
    title: 'Home page: first words',
    text: 'We help parents and couples who have separated to talk about children, money and what happens next. You do not have to be in the same room.',
  },
  'miam.about': {
    title: 'First meeting: what we would like people to know',
    text: 'You come to the first meeting by yourself. A mediator listens, tells you about mediation and the other ways to sort things out without a court, and asks whether you feel safe.',
  },
  'costs.help': {
    title: 'Costs: help with paying',
    text: 'Tell us if paying is hard. There may be help, and we will say which kinds when we talk to you.',
  },
  'start.next': {
    title: 'Getting started: what happens next',
    text: 'Somebody from our office reads what you sent us and gets in touch in the way you said is safe.',
  },
  'contact.about': {
    title: 'Contact: how to reach us',
    text: 'You can telephone, write, or use the form on this page. If nobody can answer at once, leave your name and a number that is safe to call.',
  },
  'contact.closures': {
    title: 'Contact: days on which we are closed',
    text: '',
  },
  'complaints.about': {
    title: 'Complaints: how we look into them',
    text: 'Tell us what went wrong and what you would like to happen. Somebody who was not involved will look into it and write to you.',
  },
  'accessibility.help': {
    title: 'Accessibility: help to use this website or our rooms',
    text: 'Tell us what makes it easier for you: large print, a room without steps, an interpreter, a break, or somebody to come with you.',
  },
} as const satisfies Record<string, { readonly title: string; readonly text: string }>

export type WordingKey = keyof typeof pageWording
export const wordingKeys = Object.keys(pageWording) as WordingKey[]

/** Paragraphs of a plain text: parted by empty lines, lines within one kept together. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
