import { describe, expect, test } from 'vitest'
import type { Decision, PieceOfFile } from './disclosure.ts'
import { judge, type Recipient, type State } from './judge.ts'

const recipient = (more: Partial<Recipient> = {}): Recipient => ({
  ...{ recipient: 'somebody', name: 'Somebody', kind: 'authority', country: 'GB', safeguard: null },
  ...{ gate: { opens: 'byLaw', law: 'An Act' }, agreement: null, hidden: null },
  ...more,
})
const byLaw: Decision = {
  ...{ recipient: 'somebody', ground: 'law', lawKind: 'court', authority: 'Order of 3 November' },
  ...{ side: 'A', facts: [], words: 'She came.', wordsQuality: 'open' },
}
const now: State = {
  ...{ today: '2026-11-23', files: [], agreed: [], objecting: [], restricted: [], concernDecided: false },
}
const paper = (more: Partial<PieceOfFile> = {}): PieceOfFile => ({
  ...{ id: 'f' as PieceOfFile['id'], name: 'a.pdf', zone: 'A', quality: 'open', released: true },
  ...more,
})
const supplier = recipient({ kind: 'processor', gate: { opens: 'underAgreement' } })
const agreement = { document: 'agreements/x', reviewBy: '2027-01-01' }
const forSupplier: Decision = { ...byLaw, ground: 'agreement', lawKind: null }
const named = recipient({ kind: 'professional', gate: { opens: 'withConsent', scope: 'sharing' } })
const agreed: Decision = { ...byLaw, ground: 'consent', lawKind: null, authority: '' }
const legalAid = recipient({ gate: { opens: 'partyAsks' } })
const claim: Decision = { ...agreed, ground: 'wish', words: '', wordsQuality: null, facts: ['own.name', 'other.name'] }
const worry = recipient({ gate: { opens: 'safeguarding' } })
const forSafety: Decision = { ...agreed, ground: 'safeguarding' }

const cases: readonly (readonly [string, Recipient | null, Decision, Partial<State>, readonly string[]])[] = [
  ['an order of a court', recipient(), byLaw, {}, []],
  ['nobody of the policy', null, byLaw, {}, ['no_recipient']],
  ['no order', recipient(), { ...byLaw, authority: ' ' }, {}, ['no_authority']],
  ['nothing to send', recipient(), { ...byLaw, words: '' }, {}, ['nothing']],
  ['a country without safeguard', recipient({ country: 'US' }), byLaw, {}, ['no_safeguard']],
  ['a country with one', recipient({ country: 'US', safeguard: 'adequacy' }), byLaw, {}, []],
  [
    'without prejudice to a court',
    recipient(),
    byLaw,
    { files: [paper({ quality: 'without_prejudice' })] },
    ['without_prejudice'],
  ],
  [
    'words without prejudice to a court',
    recipient(),
    { ...byLaw, wordsQuality: 'without_prejudice' },
    {},
    ['without_prejudice'],
  ],
  ['what was not looked at', recipient(), byLaw, { files: [paper({ released: false })] }, ['not_released']],
  ['a supplier without agreement', supplier, forSupplier, {}, ['no_agreement']],
  ['a supplier with one', { ...supplier, agreement }, forSupplier, {}, []],
  [
    'one that ended',
    { ...supplier, agreement: { ...agreement, until: '2026-11-22' } },
    forSupplier,
    {},
    ['agreement_ended'],
  ],
  ['on its last day', { ...supplier, agreement: { ...agreement, until: '2026-11-23' } }, forSupplier, {}, []],
  [
    'one to come',
    { ...supplier, agreement: { ...agreement, from: '2026-11-24' } },
    forSupplier,
    {},
    ['agreement_not_begun'],
  ],
  ['another ground than the policy’s', supplier, agreed, { agreed: ['A'] }, ['wrong_ground', 'no_agreement']],
  ['consent', named, agreed, { agreed: ['A'] }, []],
  ['none', named, agreed, {}, ['no_consent']],
  ['of the other alone', named, agreed, { agreed: ['B'] }, ['no_consent']],
  ['a paper of the other', named, agreed, { agreed: ['A'], files: [paper({ zone: 'B' })] }, ['not_theirs']],
  [
    'a paper of both, one agreed',
    named,
    agreed,
    { agreed: ['A'], files: [paper({ zone: 'both' })] },
    ['not_both_agreed'],
  ],
  ['a paper of both, both agreed', named, agreed, { agreed: ['A', 'B'], files: [paper({ zone: 'both' })] }, []],
  ['restricted, by consent', named, agreed, { agreed: ['A'], restricted: ['A'] }, []],
  ['a wish for legal aid', legalAid, claim, {}, []],
  ['restricted, by wish', legalAid, claim, { restricted: ['A'] }, ['restricted']],
  ['more of the other', legalAid, claim, { files: [paper({ zone: 'B' })] }, ['too_much']],
  ['a fact the form has not', legalAid, { ...claim, facts: ['other.income'] }, {}, ['too_much']],
  ['an inspection', legalAid, { ...byLaw, lawKind: 'inspection' }, {}, []],
  [
    'an inspection that one objects to',
    legalAid,
    { ...byLaw, lawKind: 'inspection' },
    { objecting: ['B'] },
    ['objected'],
  ],
  ['a worry nobody decided on', worry, forSafety, {}, ['not_decided']],
  ['a worry, whatever they said', worry, forSafety, { concernDecided: true, restricted: ['A', 'B'] }, []],
]

describe('whether something may be told to somebody outside', () => {
  test.each(cases)('%s', (_, row, decision, state, why) => {
    expect(judge(row, decision, { ...now, ...state })).toEqual(why)
  })
})
