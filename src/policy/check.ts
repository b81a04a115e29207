import type { z } from 'zod'
import type { Classification } from './classification.ts'
import { type Draft, draftSchema } from './draft.ts'
import type { Finding } from './findings.ts'
import { textKeys } from './language/clauses.ts'
import { rules } from './rules/index.ts'

type Issue = z.core.$ZodIssue

const misread = (issue: Issue): string =>
  issue.code === 'unrecognized_keys'
    ? `The language has no word ${issue.keys.map((key) => `"${key}"`).join(', ')}, so this would rule nothing.`
    : `This is not something that the language understands (${issue.message.toLowerCase()}).`

const silences = (draft: Draft): Finding[] =>
  textKeys
    .filter((name) => !draft.text[name])
    .map((name) => ({ rule: 'N30', clause: `text.${name}`, says: 'The notice needs words here, and there are none.' }))

type Reading =
  | { readonly draft: Draft; readonly findings: readonly Finding[] }
  | { readonly draft: null; readonly findings: readonly Finding[] }

/** Rule N30: a policy is written in the language, with no word that it does not know and no text left out. */
function readDraft(policy: unknown): Reading {
  const read = draftSchema.safeParse(policy)
  if (read.success) return { draft: read.data, findings: silences(read.data) }
  const findings = read.error.issues.map(
    (issue) => ({ rule: 'N30', clause: issue.path.join('.') || 'policy', says: misread(issue) }) as const,
  )
  return { draft: null, findings }
}

/**
 * Judges a policy, and with a classification also whether every personal column serves it. All findings come at once; a policy
 * that is not written in the language at all gives the findings of rule N30 alone.
 */
export function checkPolicy(policy: unknown, classification?: Classification): Finding[] {
  const { draft, findings } = readDraft(policy)
  if (draft === null) return [...findings]
  return [
    ...findings,
    ...rules.flatMap((rule) => rule.find(draft, classification).map((fault) => ({ rule: rule.id, ...fault }))),
  ]
}

/** What each rule asks, for a list of rules beside the findings. */
export const ruleTitles: readonly { readonly id: string; readonly title: string }[] = [
  ...rules.map(({ id, title }) => ({ id, title })),
  { id: 'N30', title: 'A policy is written in the language, with every text it needs' },
]
