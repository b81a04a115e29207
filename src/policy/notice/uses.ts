import type { CompiledPurpose, CompiledSubject } from '../compiled.ts'
import { categoriesOf } from '../enforcing/active.ts'
import { rightsTable } from '../enforcing/rights-table.ts'
import { entriesOf } from '../findings.ts'
import { rightKeys } from '../language/clauses.ts'
import { basisLaw, basisWords, conditionWords, rightWords, sourceWords, toldWords } from '../prose/legal-words.ts'
import { people } from '../prose/people.ts'
import { durationInWords, listed, sentence } from '../prose/words.ts'
import type { SubjectKind } from '../vocabulary.ts'
import { details, facts, type NoticeBlock, type NoticeSection, paragraph, subheading } from './blocks.ts'
import { peopleConcerned, type Writer } from './writer.ts'

function used(writer: Writer, purpose: CompiledPurpose, kind: SubjectKind): string {
  const keys: readonly string[] = categoriesOf(purpose)
  const titles = entriesOf(writer.policy.categories)
    .filter(([key, category]) => keys.includes(key) && category.about.includes(kind))
    .map(([, category]) => writer.fill(category.title))
  return sentence(titles.join('; '))
}

function guarded(writer: Writer, purpose: CompiledPurpose, kind: SubjectKind, subject: CompiledSubject): string {
  const delicate = categoriesOf(purpose).some((key) => {
    const category = writer.policy.categories[key]
    return category?.special !== undefined && category.about.includes(kind)
  })
  return delicate ? sentence(`${listed(subject.special.map(conditionWords))}.`) : ''
}

function receivers(writer: Writer, purpose: CompiledPurpose): string {
  const names = purpose.recipients.flatMap((key) => writer.policy.recipients[key]?.name ?? [])
  return sentence(names.join('; '))
}

/** More than a few times in one line help nobody: the part about keeping has them in order. */
function times(writer: Writer, purpose: CompiledPurpose): string {
  const rules = purpose.retention.flatMap((key) => writer.policy.retention[key] ?? [])
  return rules.length > 3
    ? 'Each thing has its own time. The part “How long we keep it” lists them.'
    : rules.map((rule) => `${writer.fill(rule.title)}: ${durationInWords(rule.keep)}`).join('; ')
}

/** Whose instructions the service works on, when it is not its own controller. */
function answers(writer: Writer, { role }: CompiledPurpose): string {
  if (role === 'controller') return ''
  const key = 'processorFor' in role ? role.processorFor : role.jointWith
  const name = writer.policy.service.controllers[key]?.name ?? key
  return 'processorFor' in role ? `${name}. We work on its instructions.` : `${name} and we, together.`
}

/** Which rights a person has against one use; where another answers for it, they are told that we pass their question on. */
function rights({ policy }: Writer, purpose: CompiledPurpose, kind: SubjectKind): string {
  const row = rightsTable(policy).find((it) => it.purpose === purpose.key && it.subject === kind)
  if (!row || rightKeys.some((right) => row.rights[right] === 'passOn')) return 'We pass on what you ask of us.'
  const names = rightKeys.filter((right) => row.rights[right] === 'yes').map((right) => rightWords[right].name)
  return `${sentence(names.join(', ').toLowerCase())}.`
}

function useOf(writer: Writer, kind: SubjectKind, purpose: CompiledPurpose, subject: CompiledSubject): NoticeBlock[] {
  const others = subject.source.filter((source) => source !== 'subject' && source !== 'staff')
  return [
    subheading(writer.fill(purpose.title)),
    paragraph(writer.fill(purpose.text)),
    facts([
      ['Who answers for it', answers(writer, purpose)],
      ['What we use', used(writer, purpose, kind)],
      ['Why we may', `${sentence(writer.fill(basisWords(subject.basis, kind)))}.`],
      ['The law', basisLaw(subject.basis)],
      ['Your rights', rights(writer, purpose, kind)],
      ['The most private parts', guarded(writer, purpose, kind, subject)],
      ['Must you give it?', subject.required ? writer.fill(subject.required) : ''],
      ['Who told us', others.length > 0 ? `${sentence(listed(subject.source.map((each) => sourceWords[each])))}.` : ''],
      ['When you learn of it', subject.told ? toldWords[subject.told] : ''],
      ['Who else gets it', receivers(writer, purpose)],
      ['How long', times(writer, purpose)],
    ]),
  ]
}

/** What the service uses and why, for each kind of person apart: nobody has to read about somebody else. */
export const usesSection = (writer: Writer): NoticeSection => ({
  id: 'uses',
  heading: 'What we use, and why',
  blocks: [
    paragraph('Open the part that is about you.'),
    ...peopleConcerned(writer).map(([kind, uses]) =>
      details(
        people[kind].heading,
        uses.flatMap(([purpose, subject]) => useOf(writer, kind, purpose, subject)),
      ),
    ),
    paragraph('No decision about you is left to a computer. People decide.'),
  ],
})
