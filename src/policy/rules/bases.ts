import { type Draft, type DraftPurpose, type DraftSubject, mayContract } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { people } from '../prose/people.ts'
import type { SubjectKind } from '../vocabulary.ts'

type Visit = (subject: DraftSubject, at: string, kind: SubjectKind, purpose: DraftPurpose) => Fault[]

const eachSubject = (policy: Draft, visit: Visit): Fault[] =>
  entriesOf(policy.purposes).flatMap(([name, purpose]) =>
    entriesOf(purpose.subjects).flatMap(([kind, subject]) =>
      visit(subject, `purposes.${name}.subjects.${kind}`, kind as SubjectKind, purpose),
    ),
  )

/** The kinds of person of whom the categories of a purpose tell. */
export const reached = (policy: Draft, purpose: DraftPurpose): Set<SubjectKind> =>
  new Set(
    [...purpose.reads, ...purpose.writes, ...(purpose.removes ?? [])].flatMap(
      (category) => policy.categories[category]?.about ?? [],
    ),
  )

export const basisForEach: Rule = {
  id: 'N02',
  title: 'Each kind of person has a lawful basis, for each purpose',
  find: (policy) => [
    ...eachSubject(policy, ({ basis }, at, kind) =>
      basis ? [] : [fault(`${at}.basis`, `No lawful basis is given for using the data of ${people[kind].these} here.`)],
    ),
    ...entriesOf(policy.purposes).flatMap(([name, purpose]) =>
      Object.keys(purpose.subjects).length === 0
        ? []
        : [...reached(policy, purpose)]
            .filter((kind) => purpose.subjects[kind] === undefined)
            .map((kind) =>
              fault(
                `purposes.${name}.subjects.${kind}`,
                `This uses data that tells of ${people[kind].these}, but gives no basis for them. A basis for one kind of person does not carry over to another.`,
              ),
            ),
    ),
  ],
}

export const somebodyConcerned: Rule = {
  id: 'N12',
  title: 'A purpose that uses data about people says about whom, and on what basis',
  find: (policy) =>
    entriesOf(policy.purposes)
      .filter(([, purpose]) => Object.keys(purpose.subjects).length === 0 && reached(policy, purpose).size > 0)
      .map(([name]) =>
        fault(`purposes.${name}.subjects`, 'This purpose uses data about people and has no lawful basis for anybody.'),
      ),
}

export const contractWithWhom: Rule = {
  id: 'N21',
  title: 'A contract is claimed only with people who can have one with the service',
  find: (policy) =>
    eachSubject(policy, ({ basis }, at, kind) =>
      basis?.a6 === 'contract' && !mayContract(kind)
        ? [fault(`${at}.basis`, `The service has no contract with ${people[kind].these}. Another basis must be found.`)]
        : [],
    ),
}

const statute = /\b(Act|Regulations?|Order|Rules) \d{4}\b|\bUK GDPR\b/
const guidance = /\b(practice direction|guidance|code of|standard|policy)\b/i

/** Whether a citation names law that binds. A practice direction tells courts and parties how to proceed; it lays no duty on a mediator. */
export const binds = (law: string): boolean => statute.test(law) && !guidance.test(law)

const indirect = (subject: DraftSubject): boolean => !subject.source.includes('subject')

export const basisMadeOut: Rule = {
  id: 'N24',
  title: 'A basis is made out: the law it rests on, the interest and its assessment',
  find: (policy) =>
    eachSubject(policy, (subject, at) => {
      const { basis } = subject
      if (basis?.a6 === 'legalObligation' || basis?.a6 === 'publicTask')
        return binds(basis.law) || (indirect(subject) && basis.a6 === 'legalObligation')
          ? []
          : [
              fault(
                `${at}.basis.law`,
                `"${basis.law}" is not a law that lays this duty on the service. Cite the Act or Regulations.`,
              ),
            ]
      if (basis?.a6 !== 'legitimateInterests') return []
      const found: Fault[] = []
      if (!basis.interest) found.push(fault(`${at}.basis.interest`, 'The interest itself is not stated.'))
      if (!basis.assessment)
        found.push(fault(`${at}.basis.assessment`, 'No assessment weighs this interest against the person’s own.'))
      if (!basis.reviewBy || basis.reviewBy <= policy.date)
        found.push(
          fault(`${at}.basis.reviewBy`, 'The assessment has no date in the future on which it is looked at again.'),
        )
      return found
    }),
}

export const toldOfSource: Rule = {
  id: 'N08',
  title: 'People whose details came from others are told, and no duty is invented for writing to them',
  find: (policy) =>
    eachSubject(policy, (subject, at) => {
      const found: Fault[] = []
      if (!subject.told && subject.source.some((source) => source !== 'subject' && source !== 'staff'))
        found.push(
          fault(
            `${at}.told`,
            'These details come from somebody else, and it is not said when the person is told that the service has them (UK GDPR, Article 14).',
          ),
        )
      if (subject.basis?.a6 === 'legalObligation' && indirect(subject) && !binds(subject.basis.law))
        found.push(
          fault(
            `${at}.basis.law`,
            `Writing to somebody who did not come to the service is said to be a legal duty, but "${subject.basis.law}" lays none. Legitimate interests, weighed and written down, would fit.`,
          ),
        )
      return found
    }),
}

export const noMachineDecides: Rule = {
  id: 'N29',
  title: 'No decision about a person is left to a machine',
  find: (policy) =>
    entriesOf(policy.purposes)
      .filter(([, purpose]) => purpose.automated !== false)
      .map(([name]) =>
        fault(
          `purposes.${name}.automated`,
          'It must be said, with "automated: false", that people decide. The software offers nothing else.',
        ),
      ),
}
