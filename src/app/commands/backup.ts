import { existsSync, statSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { newBackupKey } from '../../platform/backup/sealed-file.ts'
import { machineClock } from '../../platform/clock/service-clock.ts'
import { writeDurably } from '../../platform/files/write-durably.ts'
import { type BackupParts, makeBackup, recipientsOf, recipientsPath } from '../backup/make-backup.ts'
import { joinDatabase } from '../open-database.ts'
import { openSecrets } from '../secrets.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** `backup key`: makes the key of a service's backups. `backup`: makes one, of a service that runs or that stands still. */
export async function run(options: CommandOptions): Promise<number> {
  return options.command === 'backup key' ? makeKey(options) : make(options)
}

async function makeKey({ data, to }: CommandOptions): Promise<number> {
  const path = to ?? ''
  if (existsSync(path)) {
    say(`There is a file ${path} already. It stays as it is: choose another name.`)
    return 1
  }
  const { identity, recipient } = await newBackupKey()
  const text = `# The key of the backups. Whoever has it can read them. Made by Evenhand; its public half is ${recipient}\n${identity}\n`
  await writeDurably(dirname(path), basename(path), async (handle) => {
    await handle.writeFile(text)
  })
  await appendFile(recipientsPath(data), `${recipient}\n`, { mode: 0o600 })
  say(
    `The key of the backups is in ${path}. Keep it away from this computer, and twice: without it no backup can be read.`,
  )
  return 0
}

async function make(options: CommandOptions): Promise<number> {
  const { data } = options
  const recipients = await recipientsOf(data)
  if (recipients.length === 0) {
    say('There is no key for backups yet. Make one first: npm run evenhand -- backup key --to FILE')
    return 1
  }
  const now = machineClock.now()
  const path = backupPath(options.to ?? '', now)
  if (existsSync(path)) {
    say(`There is a file ${path} already. It stays as it is: choose another name.`)
    return 1
  }
  const { prefix, passwords } = await openSecrets(data)
  const database = await joinDatabase(data, options.databaseUrl)
  try {
    const place = { installerUrl: database.installerUrl, prefix, passwords, clock: 'machine' } as const
    const parts: BackupParts = { place, folder: data, path, recipients, now }
    const { rows, files, size } = await makeBackup(parts)
    say(`Made ${path}: ${rows} rows and ${files} files, ${Math.ceil(size / 1024)} kB, encrypted.`)
    return 0
  } finally {
    await database.stop()
  }
}

/** In a folder it gets a name of its own, with its day and hour. */
function backupPath(to: string, now: Temporal.Instant): string {
  if (!existsSync(to) || !statSync(to).isDirectory()) return to
  const local = now.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'second' })
  return join(to, `evenhand-${local.replaceAll(':', '')}.age`)
}
