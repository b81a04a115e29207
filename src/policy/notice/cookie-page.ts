import type { CompiledPolicy } from '../compiled.ts'
import { consentScopes } from '../enforcing/consent-scopes.ts'
import { storageGuard } from '../enforcing/storage-guard.ts'
import type { SettingValues } from '../prose/slots.ts'
import { durationInWords, sentence } from '../prose/words.ts'
import { type NoticeSection, type NoticeTable, paragraph, table } from './blocks.ts'
import { type Writer, writerOf } from './writer.ts'

const needWords = {
  strictlyNecessary: 'The website cannot work without it',
  communication: 'It carries what you send',
  statistical: 'It counts, and you can say no',
  appearance: 'It remembers how you like the page to look',
  emergency: 'It helps in an emergency',
} as const

const mediumWords = { cookie: 'Cookie', local: 'Local storage', session: 'Session storage' } as const

/** Everything that the service stores in a browser: name, kind, what for, under which rule, how long. */
export function storageTable(policy: CompiledPolicy, settings: SettingValues): NoticeTable {
  const writer = writerOf(policy, settings)
  const rows = storageGuard(policy).map((rule) => {
    const item = policy.storage[rule.key]
    const need = item?.need ?? 'strictlyNecessary'
    return [
      rule.name,
      mediumWords[rule.medium],
      writer.fill(item?.text ?? ''),
      typeof need === 'string' ? needWords[need] : 'You said yes',
      rule.maxAge === 'browserClose' ? 'Until you close your browser' : sentence(durationInWords(rule.maxAge)),
    ]
  })
  return { caption: 'What we store in your browser', head: ['Name', 'Kind', 'What it does', 'Why', 'How long'], rows }
}

export interface CookieQuestion {
  readonly scope: string
  readonly title: string
  readonly wording: string
  readonly wordingHash: string
  readonly stops: string
  readonly continues: string
}

export interface CookiePage {
  readonly introduction: string
  readonly table: NoticeTable
  /** What a visitor may choose. Without any there is nothing to ask, and no banner. */
  readonly questions: readonly CookieQuestion[]
}

/** The cookie page: what is stored, and the choices that a visitor has. */
export function cookiePage(policy: CompiledPolicy, settings: SettingValues): CookiePage {
  const writer = writerOf(policy, settings)
  return {
    introduction: writer.text('cookies'),
    table: storageTable(policy, settings),
    questions: consentScopes(policy)
      .filter((scope) => scope.ledger === 'countsOnly')
      .map((scope) => ({
        scope: scope.scope,
        title: writer.fill(scope.title),
        wording: writer.fill(scope.wording),
        wordingHash: scope.wordingHash,
        stops: writer.fill(scope.withdrawal.stops),
        continues: writer.fill(scope.withdrawal.continues),
      })),
  }
}

export function cookiesSection(writer: Writer, settings: SettingValues): NoticeSection {
  const { introduction, table: stored, questions } = cookiePage(writer.policy, settings)
  return {
    id: 'cookies',
    heading: 'Cookies',
    blocks: [
      paragraph(introduction),
      table(stored.caption, stored.head, stored.rows),
      ...questions.map(({ wording, stops, continues }) =>
        paragraph(`${wording} If you say no later: ${stops} ${continues}`),
      ),
      { kind: 'link', text: 'Change your choice about cookies', href: '/cookies' },
    ],
  }
}
