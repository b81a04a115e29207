import type { MailboxTools } from '../../src/features/mailbox/index.ts'
import { aContact, type TestCase } from './a-case.ts'
import { type FileGround, fileGround } from './file-ground.ts'
import type { Writers } from './mail-set.ts'
import type { TestService } from './service.ts'

/** A service to which people write: cases with parties known by their addresses, in every way that matters. */
export interface MailboxGround {
  readonly files: FileGround
  readonly tools: MailboxTools
  readonly case: TestCase
  readonly writers: Writers
}

const at = (name: string) => `${name}@party.example`

export async function mailboxGround(service: TestService): Promise<MailboxGround> {
  const files = await fileGround(service)
  const named = async (reference: string, closed = false) => {
    const made = await files.aCaseWithKey()
    await service.look('UPDATE ev.case_file SET reference = $2 WHERE id = $1', [made.caseId, reference])
    if (closed)
      await service.look(
        `UPDATE ev.case_file SET status = 'closed', closed_on = '2026-11-01', outcome = 'agreement' WHERE id = $1`,
        [made.caseId],
      )
    return made
  }
  const one = await named('C-4KTX-9QM')
  const other = await named('C-7BCD-2FG')
  const closed = await named('C-8HJK-3MN', true)
  const email = (of: TestCase, side: 'A' | 'B', name: string, safety: 'safe' | 'unsafe' = 'safe') =>
    aContact(service, of[side].personId, 'email', at(name), safety)
  await email(one, 'A', 'alex')
  await email(one, 'B', 'sam')
  await email(one, 'A', 'both')
  await email(one, 'B', 'both')
  await email(one, 'A', 'several')
  await email(other, 'B', 'several')
  await email(closed, 'A', 'closed')
  await email(one, 'B', 'unsafe', 'unsafe')
  const told = await aContact(service, one.B.personId, 'email', at('unconfirmed'), 'not_asked')
  await service.look(`UPDATE ev.contact_point SET source = 'other_party' WHERE id = $1`, [told])
  const { vault, keyring, scanner } = files
  return {
    files,
    tools: { vault, keyring, scanner, addresses: ['office@service.example'] },
    case: one,
    writers: {
      ...{ a: at('alex'), b: at('sam'), both: at('both'), several: at('several'), closed: at('closed') },
      ...{ unsafe: at('unsafe'), unconfirmed: at('unconfirmed'), own: 'office@service.example' },
      ...{ reference: 'C-4KTX-9QM', otherReference: 'C-7BCD-2FG' },
    },
  }
}
