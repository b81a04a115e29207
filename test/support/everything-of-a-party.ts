import MailComposer from 'nodemailer/lib/mail-composer'
import { asNodemailer } from '../../src/platform/mail/smtp-transport.ts'
import type { Id } from '../../src/values/ids.ts'
import { paperOf } from './certificate-words.ts'
import { masked, pagesOfParty } from './pages-of-a-party.ts'
import type { Side } from './private-acts/ground.ts'
import type { Seen } from './visitor.ts'
import type { WholeService } from './whole-service.ts'
import type { World } from './world.ts'

/** All that a party can get: pages with their documents and headers, what was written to them, and each e-mail as it travelled. */
export interface Everything {
  readonly pages: readonly (readonly [string, string])[]
  readonly written: readonly object[]
  readonly mails: readonly string[]
  /** What the public site says of their certificates. */
  readonly certificates: readonly string[]
  /** What somebody who referred them is shown. */
  readonly progress: string
  /** And on the list of their account. */
  readonly referrals: string
}

/** The way in for somebody who referred the first party, which the story of a world does not have. */
export const progressSecret = 'p'.repeat(43)

export async function everythingOf(at: { whole: WholeService; world: World }, side: Side): Promise<Everything> {
  const { whole, world } = at
  const { db } = whole
  const [found] = await db.look<{ id: Id }>('SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2', [
    ...[world.live.caseId, side],
  ])
  const written = await db.look<{ recipient: string }>(
    `SELECT channel, recipient, subject, body, calendar_entry, status FROM ev.message WHERE person_id = $1 ORDER BY id`,
    [found?.id],
  )
  const points = await db.look<{ value: string }>(
    `SELECT value FROM ev.contact_point WHERE person_id = $1 AND kind = 'email'`,
    [found?.id],
  )
  const mailboxes = new Set([...points.map((it) => it.value), ...written.map((it) => it.recipient)])
  const theirs = whole.mail.filter((it) => mailboxes.has(it.to))
  const party = await world.asParty(side)
  const pages = await pagesOfParty(whole, party)
  return {
    pages: [...pages],
    written,
    certificates: await checkedIn(whole, pages),
    progress: side === 'A' ? withoutToken(await whole.visitor().send(`/refer/progress/${progressSecret}`, {})) : '',
    referrals: side === 'A' ? withoutToken(await (await world.asReferrer()).get('/portal/referrals')) : '',
    mails: await Promise.all(theirs.map(async (it) => (await bytesOf(it)).toString('latin1'))),
  }
}

/** An e-mail as it leaves us: what varies of itself at each sending is held still. */
export async function bytesOf(message: WholeService['mail'][number]): Promise<Buffer> {
  const still = { date: new Date(0), boundary: 'between', baseBoundary: 'between' }
  const composer = new MailComposer({ ...asNodemailer(message), ...still } as never)
  return composer.compile().build()
}

const papers = new Map<string, Promise<{ readonly number: string; readonly code: string } | null>>()

/** Checks each certificate among documents as a court would. */
async function checkedIn(whole: WholeService, pages: ReadonlyMap<string, string>): Promise<string[]> {
  const said: string[] = []
  for (const [path, text] of pages) {
    if (!path.startsWith('/portal/papers/')) continue
    const bytes = Buffer.from(JSON.parse(text)[2], 'base64')
    const paper = await (papers.get(text) ??
      papers
        .set(
          text,
          paperOf(bytes).catch(() => null),
        )
        .get(text))
    if (paper) said.push(withoutToken(await whole.visitor().send('/certificates', { ...paper })))
  }
  return said
}

const withoutToken = ({ status, html }: Seen): string => JSON.stringify([status, masked(html)])
