import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freshSealKey } from '../../src/app/secrets.ts'
import { faultWords, sealRecords, verifyRecords } from '../../src/features/oversight/index.ts'
import { Heads, headsFile } from '../../src/platform/audit/heads.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { type TestService, testService } from './service.ts'

/** A service whose records are sealed, with the file of signed heads beside it. */
export interface SealedRecords {
  readonly service: TestService
  readonly heads: Heads
  readonly file: string
  /** Opens so many files, and seals when all of it has ended. Other databases of the server may hold it up for a moment. */
  openAndSeal(count: number): Promise<void>
  /** Everything that is wrong, in words. */
  faults(): Promise<string[]>
  /** Changes records as somebody can who owns the server, past every trigger. */
  tamper(sql: string): Promise<void>
  /** The file's lines, changed by a function. */
  rewriteFile(change: (lines: string[]) => string[]): Promise<void>
  end(): Promise<void>
}

export async function sealedRecords(): Promise<SealedRecords> {
  const service = await testService()
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-seals-'))
  const heads = await Heads.open(folder, freshSealKey())
  const reader = await service.staff('coordinator', 'Rita Reader')
  const { worker } = service.desk
  const file = headsFile(folder)
  return {
    ...{ service, heads, file },
    openAndSeal: async (count) => {
      for (let opened = 0; opened < count; opened++) await openFile(service, reader.id)
      await sealAll(service, heads)
    },
    faults: async () => (await verifyRecords(worker, { heads, policy: service.policy })).faults.map(faultWords),
    tamper: async (sql) => {
      const triggers = async (way: string) => {
        for (const table of ['audit_seal', 'access_log'])
          await service.look(`ALTER TABLE ev.${table} ${way} TRIGGER USER`)
      }
      await triggers('DISABLE')
      await service.look(sql)
      await triggers('ENABLE')
    },
    rewriteFile: async (change) => {
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
      await writeFile(
        file,
        change(lines)
          .map((line) => `${line}\n`)
          .join(''),
      )
    },
    end: async () => {
      await service.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const openFile = (service: TestService, actor: Id, caseId: Id = newId()) =>
  service.desk.office.read(actor, { purpose: 'booking', deed: 'case.opened', caseId }, async () => null)

/** Seals until every record that stands now is sealed. */
export async function sealAll(service: TestService, heads: Heads): Promise<void> {
  const [row] = await service.look<{ last: string }>('SELECT max(id)::text AS last FROM ev.access_log')
  for (let turn = 0; turn < 200; turn++) {
    await sealRecords(service.desk.worker, heads)
    const [seal] = await service.look<{ last: string | null }>('SELECT max(last_id)::text AS last FROM ev.audit_seal')
    if (Number(seal?.last ?? 0) >= Number(row?.last ?? 0)) return
    await pause(50)
  }
  throw new Error('the records could not be sealed: a transaction of this server does not end')
}
