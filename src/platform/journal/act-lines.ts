import { z } from 'zod'
import { type Id, isId } from '../../values/ids.ts'

/*
 * What the journal outside the database can say. Identifiers, days, times and code words, so that it can be read by whoever keeps the
 * copies: no name, no address, nothing that anybody told us.
 */

const id = z.custom<Id>(isId, 'must be an identifier')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
/** A word of ours, such as `emailContact`. Names of people begin with a capital, and so are none. */
const code = z.string().regex(/^[a-z][A-Za-z0-9]*([._:-][A-Za-z0-9]+)*$/)
const hash = z.string().regex(/^[0-9a-f]{16,64}$/)
const column = z.string().regex(/^[a-z][a-z0-9_]*$/)
/** Which of the two parties. */
const side = z.enum(['A', 'B'])
const fact = z.union([id, day, instant, code, hash, side, z.literal(''), z.boolean(), z.int(), z.null()])
const facts = z.record(column, fact)

/** A row that the act makes. Text that it must have and the journal may not know is left out, and stands for itself when written again. */
const put = z.strictObject({ table: column, row: facts })
/** A row that the act changes; one that is not there is passed over. `lost`: what else it must have is text, which the journal may not know. */
const change = z.strictObject({ table: column, id, set: facts, lost: z.array(column).readonly().optional() })

const common = {
  line: z.literal('intent'),
  intent: id,
  at: instant,
  /** Whose case it is, for the log of what was done again. */
  caseId: id.optional(),
  puts: z.array(put).readonly().optional(),
  changes: z.array(change).readonly().optional(),
}

const erasure = z.strictObject({
  ...common,
  act: z.literal('erasure'),
  /** What ended, by its kind and identifier: `case`, `enquiry`, `returning`, `import`, … */
  of: code,
  id,
  rule: code,
  policyHash: code.or(hash).optional(),
  dueOn: day.optional(),
  /** Keys of the rows that go, by table: `id`, or the one column that is the table's key. */
  rows: z.record(column, z.array(id).readonly()).readonly(),
  counts: z.record(column, z.int()).readonly().optional(),
  /** Names in the vault of the files that go once the act is kept. */
  files: z.array(z.string().regex(/^[0-9a-f]{32}$/)).readonly(),
})

/** Acts that change what may be done with data, and are kept by rows. */
export const standingActs = [
  'hold',
  'hold-lifted',
  'restriction',
  'restriction-lifted',
  'withdrawal',
  'objection',
  'objection-settled',
  'objection-overruled',
] as const

/** What somebody took back, as `ev.withdraw_again` takes it back once more. */
const consent = z.strictObject({ personId: id, scope: code, wording: code.or(hash), policyHash: code.or(hash) })

const standing = z.strictObject({
  ...common,
  act: z.enum(standingActs),
  consents: z.array(consent).readonly().optional(),
})

const outcome = z.strictObject({
  line: z.literal('outcome'),
  intent: id,
  at: instant,
  /** `kept`: nothing was done, all is as it was. */
  result: z.enum(['destroyed', 'done', 'kept']),
  files: z.int(),
})

export const actLine = z.union([erasure, standing, outcome])

export type ErasureIntent = z.infer<typeof erasure>
export type StandingIntent = z.infer<typeof standing>
export type ActIntent = ErasureIntent | StandingIntent
export type ActOutcome = z.infer<typeof outcome>
export type ActLine = ActIntent | ActOutcome
export type StandingAct = (typeof standingActs)[number]

/** Acts after which more may be done with data than before. */
export const letsGo = ({ act }: ActIntent): boolean =>
  act === 'hold-lifted' || act === 'restriction-lifted' || act === 'objection-overruled'

type Told<Intent extends ActIntent> = Omit<Intent, 'line' | 'intent' | 'at'>
/** What an action announces of itself. */
export type Announced = Told<ErasureIntent> | Told<StandingIntent>

/** The intents of which no outcome was written: the process ended between the two, or is still at it. */
export function unsettled(lines: readonly ActLine[]): ActIntent[] {
  const settled = new Set(lines.flatMap((line) => (line.line === 'outcome' ? [line.intent] : [])))
  return lines.flatMap((line) => (line.line === 'intent' && !settled.has(line.intent) ? [line] : []))
}

/** The intents that were carried out, oldest first. Of two outcomes the later one counts. */
export function carriedOut(lines: readonly ActLine[]): ActIntent[] {
  const results = new Map(lines.flatMap((line) => (line.line === 'outcome' ? [[line.intent, line.result]] : [])))
  return lines.flatMap((line) => {
    const result = line.line === 'intent' ? results.get(line.intent) : undefined
    return line.line === 'intent' && result !== undefined && result !== 'kept' ? [line] : []
  })
}
