/** What `init` asks. Each question stands until its answer can be used. */
export interface Question {
  readonly name: keyof Answers
  readonly asks: string
  /** Taken when nothing is typed. */
  readonly usual?: string
  /** What is wrong with an answer, or null. */
  check(answer: string): string | null
}

export interface Answers {
  readonly shipped: 'mediation-trust' | 'separated-parents'
  readonly name: string
  readonly legalForm: 'charity' | 'company' | 'soleTrader'
  readonly registration: string
  readonly address: string
  readonly postcode: string
  readonly email: string
  readonly website: string
  readonly icoRegistration: string
  readonly keepFiles: string
  readonly keepEnquiries: string
  readonly approvedBy: string
}

const something = (answer: string) =>
  answer.length > 0 && answer.length <= 200 ? null : 'Type something of up to 200 characters.'
const oneOf = (choices: readonly string[]) => (answer: string) =>
  choices.includes(answer) ? null : `Type one of: ${choices.join(', ')}.`

function duration(answer: string): string | null {
  try {
    const read = Temporal.Duration.from(answer)
    return read.sign > 0 && read.weeks === 0 && read.hours === 0 ? null : 'Type years and months, like P7Y or P6Y6M.'
  } catch {
    return 'Type years and months, like P7Y or P6Y6M.'
  }
}

export const questions: readonly Question[] = [
  {
    name: 'shipped',
    asks: 'Start from which policy: mediation-trust or separated-parents?',
    usual: 'mediation-trust',
    check: oneOf(['mediation-trust', 'separated-parents']),
  },
  { name: 'name', asks: 'What is the service called?', check: something },
  {
    name: 'legalForm',
    asks: 'Is it a charity, a company or a soleTrader?',
    usual: 'charity',
    check: oneOf(['charity', 'company', 'soleTrader']),
  },
  {
    name: 'registration',
    asks: 'How is it registered (for example: Registered charity, number 1234567)?',
    check: something,
  },
  { name: 'address', asks: 'Its address, the lines parted by commas, without the postcode?', check: something },
  { name: 'postcode', asks: 'Its postcode?', check: something },
  {
    name: 'email',
    asks: 'To which e-mail address do people write about privacy?',
    check: (it) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(it) ? null : 'Type an e-mail address.'),
  },
  {
    name: 'website',
    asks: 'The address of its website?',
    check: (it) => (URL.canParse(it) && it.startsWith('https://') ? null : 'Type an address that begins with https://'),
  },
  { name: 'icoRegistration', asks: 'Its registration with the Information Commission?', check: something },
  {
    name: 'keepFiles',
    asks: 'How long is a client file kept after the case is closed?',
    usual: 'P7Y',
    check: duration,
  },
  {
    name: 'keepEnquiries',
    asks: 'How long is an enquiry kept that never became a case, from the last contact?',
    usual: 'P6M',
    check: duration,
  },
  { name: 'approvedBy', asks: 'Who approves this policy (a name)?', check: something },
]
