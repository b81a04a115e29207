import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kindsOfFile } from '../../src/app/kept-for.ts'
import { closeCase, openCase, reopenCase } from '../../src/features/cases/index.ts'
import { recordEnquiry, unasked } from '../../src/features/enquiries/index.ts'
import type { RetentionCheck, Swept } from '../../src/features/retention/index.ts'
import { sweepAlone, usualChecks } from '../../src/features/retention/index.ts'
import { FileVault } from '../../src/platform/files/file-vault.ts'
import { type Keyring, openKeyring } from '../../src/platform/files/keyring.ts'
import { actJournalPath, openActJournal } from '../../src/platform/journal/act-journal.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

/** The folders of a service, for tests in which files are stored and destroyed. */
export interface ServiceFolder {
  readonly path: string
  readonly keyring: Keyring
  readonly vault: FileVault
  readonly journalPath: string
  remove(): Promise<void>
}

export async function serviceFolder(): Promise<ServiceFolder> {
  const path = await mkdtemp(join(tmpdir(), 'evenhand-service-'))
  return {
    path,
    keyring: await openKeyring(join(path, 'keys')),
    vault: await FileVault.open(join(path, 'files')),
    journalPath: actJournalPath(path),
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** Somebody to do the work of the office: a coordinator, and a privacy officer for holds. */
export interface Office {
  readonly coordinator: Id
  readonly privacyOfficer: Id
  readonly mediator: Id
}

export async function officeOf(service: TestService): Promise<Office> {
  return {
    coordinator: (await service.staff('coordinator')).id,
    privacyOfficer: (await service.staff('privacyOfficer')).id,
    mediator: (await service.staff('mediator')).id,
  }
}

/** An enquiry that came by telephone. */
export async function callFrom(service: TestService, office: Office, familyName = 'Testcaller'): Promise<Id> {
  const outcome = await recordEnquiry(service.desk.office, office.coordinator, {
    key: newId(),
    enquiry: {
      channel: 'telephone',
      askedBy: 'self',
      organisation: null,
      permissionStated: false,
      givenName: 'Tess',
      familyName,
      birthDate: null,
      reach: {
        ...unasked,
        ...{ telephone: '01632 960 100', telephoneDigits: '441632960100', telephoneSafety: 'safe' },
        ...{ voicemailSafety: 'unsafe', email: 'tess@example.org', emailSafety: 'safe' },
      },
      otherGivenName: null,
      otherFamilyName: null,
      topic: 'both',
      message: 'Would like a first meeting.',
      safetyNote: null,
      needs: null,
    },
  })
  if (!outcome.done) throw new Error('a call is always recorded')
  return outcome.value.enquiryId as Id
}

/** A live case with two parties and a child, from an enquiry. */
export async function caseFrom(
  service: TestService,
  office: Office,
  keyring: Keyring,
  enquiryId: Id | null = null,
): Promise<Id> {
  const names = (givenName: string) => ({ givenName, familyName: 'Testcaller', knownAs: null, birthDate: null })
  const outcome = await openCase(service.desk.office, keyring, office.coordinator, {
    key: newId(),
    enquiryId: enquiryId ?? (await callFrom(service, office)),
    first: names('Tess'),
    other: names('Otto'),
    topic: 'both',
    children: [{ givenName: 'Ivy', familyName: 'Testcaller', birthDate: '2019-05' }],
    mediatorId: office.mediator,
  })
  if (!outcome.done) throw new Error(`no case: ${outcome.reason}`)
  return outcome.value.caseId as Id
}

export async function close(service: TestService, office: Office, caseId: Id): Promise<void> {
  const outcome = await closeCase(service.desk.office, office.coordinator, {
    key: newId(),
    caseId,
    outcome: 'agreement',
  })
  if (!outcome.done) throw new Error(`not closed: ${outcome.reason}`)
}

export async function reopen(service: TestService, office: Office, caseId: Id): Promise<void> {
  const outcome = await reopenCase(service.desk.office, office.coordinator, {
    key: newId(),
    caseId,
    reason: 'They came back.',
  })
  if (!outcome.done) throw new Error(`not reopened: ${outcome.reason}`)
}

/** A check of a sweep that is asked about one thing after the other. */
export const staysOneByOne =
  (stays: (id: Id) => boolean): RetentionCheck['staying'] =>
  async (_, candidates) =>
    new Set(candidates.flatMap(({ id }) => (stays(id) ? [id] : [])))

export interface SweepTweaks {
  readonly checks?: readonly RetentionCheck[]
  readonly asksAboutLeaps?: boolean
}

/** The tools of a sweep in a service's folder. */
export const sweepTools = async (service: TestService, folder: ServiceFolder, tweaks: SweepTweaks = {}) => ({
  policy: service.policy,
  vault: folder.vault,
  journal: await openActJournal(folder.path),
  checks: usualChecks,
  asksAboutLeaps: false,
  kindsOfData: kindsOfFile(service.policy),
  ...tweaks,
})

export async function sweepNow(service: TestService, folder: ServiceFolder, tweaks: SweepTweaks = {}): Promise<Swept> {
  const swept = await sweepAlone(service.desk.worker, await sweepTools(service, folder, tweaks))
  if (!swept) throw new Error('another sweep is running')
  return swept
}

/** Moves to noon of a day and sweeps. */
export async function sweepOn(service: TestService, folder: ServiceFolder, day: string): Promise<Swept> {
  service.clock.set(`${day}T12:00:00Z`)
  return sweepNow(service, folder)
}
