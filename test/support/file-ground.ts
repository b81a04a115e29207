import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileVault } from '../../src/platform/files/file-vault.ts'
import { type Keyring, newCaseKey, openKeyring } from '../../src/platform/files/keyring.ts'
import { noScanner, type Scanner } from '../../src/platform/files/scanner.ts'
import type { Id } from '../../src/values/ids.ts'
import { aCase, type PartyFacts, type TestCase } from './a-case.ts'
import type { TestService } from './service.ts'

/** A place for files and keys beside a test's database. */
export interface FileGround {
  readonly folder: string
  readonly vault: FileVault
  readonly keyring: Keyring
  readonly scanner: Scanner
  /** A case whose files and drafts can be encrypted. */
  aCaseWithKey(facts?: { readonly mediator?: Id; readonly A?: PartyFacts; readonly B?: PartyFacts }): Promise<TestCase>
  end(): Promise<void>
}

export async function fileGround(service: TestService): Promise<FileGround> {
  const base = await mkdtemp(join(tmpdir(), 'evenhand-files-'))
  const folder = join(base, 'files')
  const keyring = await openKeyring(join(base, 'keys'))
  return {
    folder,
    vault: await FileVault.open(folder),
    keyring,
    scanner: noScanner,
    aCaseWithKey: async (facts) => {
      const made = await aCase(service, facts)
      const wrapped = keyring.wrap(newCaseKey())
      await service.look('INSERT INTO ev.case_key (case_id, wrapped) VALUES ($1, $2)', [made.caseId, wrapped])
      return made
    },
    end: () => rm(base, { recursive: true, force: true }),
  }
}
