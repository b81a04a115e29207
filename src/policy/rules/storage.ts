import type { Draft, DraftStorage } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { durationInWords, isDuration, spanInDays } from '../prose/words.ts'

/** How long well-known cookies of other companies last, by their makers’ own papers. A notice that says otherwise is wrong. */
const known: Readonly<Record<string, string>> = {
  _ga: 'P2Y',
  _gid: 'P1D',
  _gat: 'PT1M',
  __cfduid: 'P30D',
  __zlcmid: 'P1Y',
}

function lifetime(name: string, item: DraftStorage): Fault[] {
  const clause = `storage.${name}.maxAge`
  if (item.maxAge === 'browserClose') return []
  if (!isDuration(item.maxAge))
    return [fault(clause, `"${item.name}" has no real lifetime. A cookie always ends; say when.`)]
  const truth = known[item.name]
  const differs = truth !== undefined && spanInDays(truth).most !== spanInDays(item.maxAge).most
  return differs
    ? [fault(clause, `"${item.name}" does not last as long as is said here: its maker says ${durationInWords(truth)}.`)]
    : []
}

export const realLifetime: Rule = {
  id: 'N05',
  title: 'Everything stored in a browser has its real lifetime',
  find: (policy) => entriesOf(policy.storage).flatMap(([name, item]) => lifetime(name, item)),
}

/** The uses that each exception of Schedule A1 covers; whatever else is stored waits for consent. */
const covered: Readonly<Record<string, readonly string[]>> = {
  strictlyNecessary: ['signIn', 'security', 'formProtection', 'choice', 'draft'],
  communication: ['security'],
  statistical: ['pageCounts'],
  appearance: ['appearance'],
  emergency: ['security'],
}

export const trulyNecessary: Rule = {
  id: 'N17',
  title: 'What is called necessary is necessary',
  find: (policy) =>
    entriesOf(policy.storage).flatMap(([name, { need, use, name: shown }]) =>
      typeof need === 'string' && !covered[need]?.includes(use)
        ? [
            fault(
              `storage.${name}.need`,
              `"${shown}" is there for ${use}, which the exception "${need}" does not cover. It must wait for consent, or go.`,
            ),
          ]
        : [],
    ),
}

export const optionalByConsent: Rule = {
  id: 'N27',
  title: 'Optional storage waits for a consent that the policy asks for',
  find: (policy) =>
    entriesOf(policy.storage).flatMap(([name, { need, name: shown }]) => {
      const clause = `storage.${name}.need`
      if (need === undefined)
        return [fault(clause, `It is not said under which exception, or with which consent, "${shown}" is stored.`)]
      if (typeof need === 'string' || policy.consents[need.consent]) return []
      return [fault(clause, `"${shown}" waits for the consent "${need.consent}", which nobody is ever asked for.`)]
    }),
}

const isPurpose = (policy: Draft, key: string): boolean => entriesOf(policy.purposes).some(([name]) => name === key)

export const consentByAct: Rule = {
  id: 'N18',
  title: 'Consent is an act',
  find: (policy) =>
    entriesOf(policy.consents)
      .filter(([, scope]) => scope.given !== 'byAction')
      .map(([name, scope]) =>
        fault(
          `consents.${name}.given`,
          scope.given === 'byContinuing'
            ? 'Consent is read out of somebody going on using the website. That is no consent.'
            : 'Consent is read out of a box that was already ticked. That is no consent.',
        ),
      ),
}

export const consentForPurpose: Rule = {
  id: 'N22',
  title: 'Consent is asked for a purpose, not for "others"',
  find: (policy) =>
    entriesOf(policy.consents)
      .filter(([, scope]) => !isPurpose(policy, scope.purpose))
      .map(([name, scope]) =>
        fault(
          `consents.${name}.purpose`,
          `"${scope.title}" asks people to agree to "${scope.purpose}", which is no purpose that they could understand.`,
        ),
      ),
}

export const consentLimits: Rule = {
  id: 'N09',
  title: 'What withdrawing stops, and what goes on, is said where consent is asked',
  find: (policy) =>
    entriesOf(policy.consents)
      .filter(([, scope]) => !scope.withdrawal)
      .map(([name, scope]) =>
        fault(
          `consents.${name}.withdrawal`,
          `"${scope.title}" does not say that it can be taken back, what then stops, and what goes on (keeping somebody safe, for one).`,
        ),
      ),
}
