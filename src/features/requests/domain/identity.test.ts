import { expect, test } from 'vitest'
import { type IdentityWay, isShown } from './identity.ts'

test.each<[string, Parameters<typeof isShown>[0], IdentityWay[], boolean]>([
  ['a mailbox alone', 'access', ['email_code'], false],
  ['a mailbox, and the pages that it opens', 'access', ['portal', 'email_code'], false],
  ['a mailbox and a number', 'access', ['email_code', 'call_back'], true],
  ['signed in, and a number', 'erasure', ['portal', 'call_back'], true],
  ['a letter and a number', 'correction', ['letter_code', 'call_back'], true],
  ['the same number twice', 'portability', ['call_back', 'call_back'], false],
  ['somebody who was seen', 'access', ['in_person'], true],
  ['signed in, for what can be undone', 'objection', ['portal'], true],
  ['nothing', 'withdrawal', [], false],
])('%s', (_, kind, passed, shown) => expect(isShown(kind, passed)).toBe(shown))
