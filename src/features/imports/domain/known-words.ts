import type { CaseOutcome, Side, Topic } from '../../cases/index.ts'
import type { Safety, Source } from '../../people/index.ts'

type Words<Value extends string> = Readonly<Record<Value, string>>

/** How services write whether a way of contact is safe. An empty cell is a question that nobody asked. */
export const safetyWords: Words<Safety> = {
  safe: 'yes|y|safe|ok|okay|true|1|fine',
  unsafe: 'no|n|unsafe|not safe|false|0|do not|do not use|never',
  not_asked: 'not asked|unknown|not known|n a|na|dont know|do not know',
}

export const sourceWords: Words<Source> = {
  self: 'self|themselves|themself|client|person|own|them',
  other_party: 'other party|the other party|other parent|other|party a|party b|ex',
  referrer: 'referrer|solicitor|agency|referral|third party',
  staff: 'staff|us|office',
}

export const sideWords: Words<Side> = {
  A: 'a|party a|1|first|client 1|client a|applicant|parent 1',
  B: 'b|party b|2|second|client 2|client b|other party|respondent|parent 2',
}

export const topicSheetWords: Words<Topic> = {
  children: 'children|child|child arrangements|c|children only|contact|parenting',
  money: 'money|money and property|finance|finances|financial|f|property|property and finance|finance only|pf',
  both: 'both|all|all issues|aim|children and money|children and finance|children and finances|money and children|cf|c f',
}

export const outcomeSheetWords: Words<CaseOutcome> = {
  agreement:
    'agreement|agreed|full agreement|they agreed on everything|agreed on everything|mou|success|successful|resolved',
  part_agreement: 'part agreement|partial agreement|partly agreed|some agreement|they agreed on some things|partial',
  no_agreement: 'no agreement|not agreed|they did not agree|did not agree|broke down|breakdown|unsuccessful|failed',
  miam_only: 'miam only|miam|a miam and nothing more|did not proceed after miam|did not proceed|certificate issued',
  not_suitable: 'not suitable|unsuitable|mediation was not suitable|exempt',
  withdrawn: 'withdrawn|withdrew|one or both withdrew|cancelled|abandoned|dropped out',
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** Which of some things a word of a sheet means; null when none. */
export function wordIn<Value extends string>(words: Words<Value>, text: string): Value | null {
  const asked = plain(text)
  if (asked === '') return null
  const found = (Object.entries(words) as [Value, string][]).find(([, all]) => all.split('|').includes(asked))
  return found ? found[0] : null
}
