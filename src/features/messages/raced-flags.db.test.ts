import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { settleLetter } from './actions/settle-letter.ts'
import { sendWaitingMessages, sendWaitingTexts } from './jobs/send-waiting-messages.job.ts'

/** Each is one message and one flag against it, at once: ten thousand, and on an older server a tenth of them. */
const whole = { email: 4000, text: 3000, letter: 3000 } as const
const newest = 180_000
let share = 1

let service: TestService
let coordinator: Id
beforeAll(async () => {
  service = await testService()
  coordinator = (await service.staff('coordinator')).id
  await fill()
})
afterAll(() => service.end())

/** As many cases as rounds, each with one party who may be written to in one way, and a message that waits. */
async function fill(): Promise<void> {
  const words = `'appointment-booked', 'Your appointment', 'It is on Tuesday.'`
  const [server] = await service.look<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  share = (server?.version ?? 0) >= newest ? 1 : 10
  for (const [channel, many] of Object.entries(whole)) {
    const kind = { email: 'email', text: 'telephone', letter: 'address' }[channel]
    const card = { email: 'email', text: 'text_message', letter: 'letter' }[channel]
    await service.look(
      `WITH numbered AS (SELECT n, gen_random_uuid() AS c, gen_random_uuid() AS p, gen_random_uuid() AS k FROM generate_series(1, $1) AS n),
            files AS (INSERT INTO ev.case_file (id, reference, topic, channel) SELECT c, 'R-' || c, 'children', 'telephone' FROM numbered),
            people AS (INSERT INTO ev.person (id, given_name, family_name) SELECT p, 'A' || n, 'Round' FROM numbered),
            parties AS (INSERT INTO ev.party (case_id, person_id, side) SELECT c, p, 'A' FROM numbered),
            points AS (INSERT INTO ev.contact_point (id, person_id, kind, value, value_folded, source, safety)
              SELECT k, p, '${kind}', ${addressIn(channel)}, ${addressIn(channel)}, 'self', 'safe' FROM numbered),
            cards AS (INSERT INTO ev.safe_contact (person_id, version, ${card}, said_by, said_on) SELECT p, 1, 'safe', 'self', '2026-11-20' FROM numbered)
       INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body)
       SELECT c, p, k, 'A', '${channel}', ${words.split(', ')[0]}, coalesce(${addressIn(channel)}, 'A Round'), 'Your appointment', 'It is on Tuesday.' FROM numbered`,
      [many / share],
    )
  }
}

const addressIn = (channel: string) =>
  ({ email: `'r' || n || '@mail.example'`, text: `'+4477009' || lpad(n::text, 5, '0')`, letter: 'NULL' })[channel]

/** When each flag was known to everybody, by the person and by what they are written to at. */
const flagged = new Set<string>()
const counts = { sent: 0, disobeyed: 0 }

function leaves(to: string): void {
  counts.sent++
  if (flagged.has(to)) counts.disobeyed++
}

interface Round {
  readonly person: Id
  readonly message: Id
  readonly channel: 'email' | 'text' | 'letter'
  readonly to: string
}

const cards = { email: 'email', text: 'text_message', letter: 'letter' } as const

/** What is raced on one channel, in the order in which it leaves. */
class Race {
  readonly #rounds: readonly Round[]
  readonly #begun = new Map<number, Promise<void>>()

  constructor(rounds: readonly Round[]) {
    this.#rounds = rounds
  }

  /** One leaves: its own flag is set now, and often that of the next, which is about to be taken. Nobody waits for them. */
  leaving(index: number): void {
    this.#begin(index)
    if (index % 3 !== 0) this.#begin(index + 1)
  }

  #begin(index: number): void {
    const round = this.#rounds[index]
    if (round && !this.#begun.has(index)) this.#begun.set(index, flag(round))
  }

  /** All are set in the end. */
  async end(): Promise<void> {
    for (const index of this.#rounds.keys()) this.#begin(index)
    await Promise.all(this.#begun.values())
  }
}

async function flag({ person, channel, message, to }: Round): Promise<void> {
  await service.look(
    `INSERT INTO ev.safe_contact (person_id, version, ${cards[channel]}, said_by, said_on) VALUES ($1, 2, 'unsafe', 'self', '2026-11-20')`,
    [person],
  )
  flagged.add(channel === 'letter' ? message : to)
}

const roundsOf = (channel: Round['channel']) =>
  service.look<Round>(
    `SELECT person_id AS person, id AS message, channel, recipient AS to FROM ev.message WHERE channel = $1 ORDER BY id`,
    [channel],
  )

/** E-mails or texts leave by a worker, one after the other. */
async function raceSending(channel: 'email' | 'text'): Promise<void> {
  const rounds = await roundsOf(channel)
  const race = new Race(rounds)
  const places = new Map(rounds.map((it, index) => [it.to, index]))
  const deliver = async ({ to }: { readonly to: string }) => {
    leaves(to)
    race.leaving(places.get(to) ?? -1)
  }
  const tools = { serviceName: 'Harbour Mediation', mail: { from: 'o@harbour.example', transport: { deliver } } }
  const job =
    channel === 'email'
      ? sendWaitingMessages('case', tools)
      : sendWaitingTexts({ ...tools, texts: { transport: { deliver, stateOf: async () => null } } })
  while ((await job.run(service.desk.worker)) > 0);
  await race.end()
}

/** Letters leave when somebody presses that they were posted. */
async function racePosting(): Promise<void> {
  const rounds = await roundsOf('letter')
  const race = new Race(rounds)
  for (const [index, { message: messageId }] of rounds.entries()) {
    const was = flagged.has(messageId)
    race.leaving(index)
    const said = { key: newId(), of: 'case', messageId, decision: 'posted' } as const
    const outcome = await settleLetter(service.desk.office, coordinator, said)
    if (!outcome.done) continue
    counts.sent++
    if (was) counts.disobeyed++
  }
  await race.end()
}

test('of ten thousand flags that are set while messages leave, none is disobeyed', { timeout: 300_000 }, async () => {
  await Promise.all([raceSending('email'), raceSending('text'), racePosting()])
  expect(flagged.size).toBe(10_000 / share)
  expect(counts.disobeyed).toBe(0)
  // Both won often enough: otherwise nothing was raced.
  expect(counts.sent).toBeGreaterThan(1000 / share)
  expect(counts.sent).toBeLessThan(9500 / share)
})
