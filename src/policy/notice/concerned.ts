import type { CompiledPolicy, CompiledPurpose } from '../compiled.ts'
import { categoriesOf } from '../enforcing/active.ts'
import { entriesOf } from '../findings.ts'
import { type SubjectKind, subjectKinds } from '../vocabulary.ts'

type Choose = (purpose: CompiledPurpose) => boolean

/** Everybody of whom such a purpose uses something, before or after; what was and stays planned concerns nobody yet. */
function kindsIn(before: CompiledPolicy, after: CompiledPolicy, choose: Choose): SubjectKind[] {
  const kinds = new Set(
    [before, after].flatMap((policy) =>
      entriesOf(policy.purposes)
        .filter(([, purpose]) => purpose.state === 'active' && choose(purpose))
        .flatMap(([, purpose]) => entriesOf(purpose.subjects).map(([kind]) => kind)),
    ),
  )
  return subjectKinds.filter((kind) => kinds.has(kind))
}

/** Wording, names of papers and the staff's own arrangements change without anybody outside having to be told. */
const inside = [
  /^(date|text|claims|roles|statistics)\b/,
  /\.(title|text|why|assessment|reviewBy|planned|agreement)\b/,
  /^retention\.[^.]+\.(source|waiting|noAnchor)/,
  /^consents\.[^.]+\.(wording|withdrawal)/,
]

/** The kinds of person whom a change of this clause touches (UK GDPR Articles 13(3), 14(4)). */
export function concernedBy(clause: string, before: CompiledPolicy, after: CompiledPolicy): SubjectKind[] {
  if (inside.some((pattern) => pattern.test(clause))) return []
  const [part = '', ...steps] = clause.split('.')
  const key = steps[0] ?? ''
  const choose: Readonly<Record<string, Choose>> = {
    retention: (purpose) => purpose.retention.includes(key),
    recipients: (purpose) => purpose.recipients.includes(key),
    consents: (purpose) => [before, after].some((policy) => policy.consents[key]?.purpose === purpose.key),
    storage: (purpose) => purpose.key === 'information',
  }
  if (part === 'purposes') {
    const touched = kindsIn(before, after, (purpose) => purpose.key === key)
    return steps[1] === 'subjects' ? touched.filter((kind) => kind === steps[2]) : touched
  }
  // The name of a category holds a dot itself: `categories.case.record.special`.
  if (part === 'categories')
    return kindsIn(before, after, (purpose) =>
      categoriesOf(purpose).some((each) => each === steps.slice(0, 2).join('.')),
    )
  return kindsIn(before, after, choose[part] ?? (() => true))
}
