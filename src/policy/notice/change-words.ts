import type { CompiledPolicy } from '../compiled.ts'
import { eventWords } from '../prose/events.ts'
import { basisNames } from '../prose/legal-words.ts'
import { people } from '../prose/people.ts'
import { slotsOf } from '../prose/slots.ts'
import { dateInWords, durationInWords, isDuration, listed, sentence } from '../prose/words.ts'
import type { BasisKind } from '../rights-of-bases.ts'
import type { EventKey, SubjectKind } from '../vocabulary.ts'

const parts: Readonly<Record<string, string>> = {
  service: 'The service',
  categories: 'The data',
  purposes: 'The purpose',
  retention: 'The retention rule',
  recipients: 'The recipient',
  storage: 'The item stored in browsers',
  consents: 'The consent',
  roles: 'The role',
  statistics: 'The figures',
  clocks: 'The clock',
  claims: 'The claim',
  text: 'The words of the notice',
  rights: 'The way of taking requests',
  date: 'The date of the policy',
}

const leafWords: Readonly<Record<string, string>> = {
  keep: 'kept for',
  cap: 'kept at the longest for',
  from: 'counted from',
  waiting: 'shown before it goes for',
  reads: 'may read',
  writes: 'may write',
  removes: 'may destroy',
  recipients: 'given to',
  retention: 'kept by',
  do: 'may',
  rows: 'rows',
  state: 'state',
  country: 'country',
  maxAge: 'lasts',
  wording: 'wording',
  a6: 'lawful basis',
}

type Titled = Readonly<Record<string, { readonly title?: string; readonly name?: string } | undefined>>

/** The name by which people know a clause: its title or its name, in the newer policy if it is still there. */
function known(part: string, key: string, before: CompiledPolicy, after: CompiledPolicy): string {
  const find = (policy: CompiledPolicy): string | undefined => {
    const section = Object.entries(policy).find(([name]) => name === part)?.[1] as Titled | undefined
    const clause = section?.[key]
    return clause?.title ?? clause?.name
  }
  return find(after) ?? find(before) ?? key
}

function said(value: unknown, policy: CompiledPolicy): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : listed(value.map((each) => said(each, policy)))
  const text = String(value)
  if (text in policy.categories) return policy.categories[text as keyof CompiledPolicy['categories']]?.title ?? text
  if (text in basisNames) return basisNames[text as BasisKind]
  if (text in eventWords) return eventWords[text as EventKey]
  if (isDuration(text)) return durationInWords(text)
  return /^\d{4}-\d\d-\d\d$/.test(text) ? dateInWords(text) : text
}

function lists(
  before: readonly unknown[],
  after: readonly unknown[],
  old: CompiledPolicy,
  next: CompiledPolicy,
): string {
  const gained = after.filter((each) => !before.includes(each))
  const lost = before.filter((each) => !after.includes(each))
  return [
    ...(gained.length > 0 ? [`now also ${said(gained, next)}`] : []),
    ...(lost.length > 0 ? [`no longer ${said(lost, old)}`] : []),
    ...(gained.length + lost.length === 0 ? ['in another order'] : []),
  ].join('; ')
}

function where(path: string, before: CompiledPolicy, after: CompiledPolicy): string {
  const [part = '', first = '', ...rest] = path.split('.')
  const category = part === 'categories' ? `${first}.${rest[0] ?? ''}` : first
  const tail = part === 'categories' ? rest.slice(1) : rest
  const subject = tail[0] === 'subjects' && tail[1] ? `, for ${people[tail[1] as SubjectKind]?.these ?? tail[1]}` : ''
  const whole = ['subjects', 'may', 'planned'].includes(tail[0] ?? '') && tail.length < 3
  const leaf = whole ? '' : (tail.at(-1) ?? '')
  const may = part === 'roles' && tail[1] ? `, for “${known('purposes', tail[1], before, after)}”` : ''
  const head = first ? `${parts[part] ?? part} “${known(part, category, before, after)}”` : (parts[part] ?? part)
  return `${head}${subject}${may}${leaf ? `, ${leafWords[leaf] ?? leaf}` : ''}`
}

const wordy = new Set(['title', 'text', 'why', 'wording', 'says', 'stops', 'continues', 'interest', 'source'])
const prose = (path: string, value: unknown): boolean =>
  typeof value === 'string' &&
  (path.startsWith('text.') || wordy.has(path.split('.').at(-1) ?? '') || slotsOf(value).length > 0)

/** A clause that came or went as a whole. */
export function wholeInWords(
  path: string,
  news: 'new' | 'gone',
  before: CompiledPolicy,
  after: CompiledPolicy,
): string {
  const planned = Object.entries((news === 'new' ? after : before).purposes).some(
    ([key, purpose]) => path === `purposes.${key}` && purpose.state === 'planned',
  )
  return sentence(`${where(path, before, after)} is ${news}${planned ? ', and only planned' : ''}.`)
}

/** One change in words for whoever approves a policy: what it is about, what it was, what it is now. */
export function changeInWords(
  path: string,
  was: unknown,
  is: unknown,
  before: CompiledPolicy,
  after: CompiledPolicy,
): string {
  const head = where(path, before, after)
  if (path.endsWith('.state') && is === 'active')
    return sentence(`${where(path.slice(0, -6), before, after)} begins: it was only planned.`)
  if (Array.isArray(was) && Array.isArray(is)) return sentence(`${head}: ${lists(was, is, before, after)}.`)
  if (was === undefined) return sentence(`${head}: new, ${said(is, after)}.`)
  if (is === undefined) return sentence(`${head}: gone; it was ${said(was, before)}.`)
  if (prose(path, is) && was !== undefined) return sentence(`${head}: other words.`)
  return sentence(`${head}: ${said(is, after)}, instead of ${said(was, before)}.`)
}
