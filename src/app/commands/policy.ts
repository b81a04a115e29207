import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { machineClock } from '../../platform/clock/service-clock.ts'
import { type Finding, PolicyRefused } from '../../policy/index.ts'
import { changePolicy, describeChange } from '../change-policy.ts'
import { loadPolicy } from '../load-policy.ts'
import { openDatabase } from '../open-database.ts'
import { openSecrets } from '../secrets.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** `policy check FILE` and `policy apply`. */
export async function run(options: CommandOptions): Promise<number> {
  return options.command === 'policy check' ? checkFile(options.file ?? '') : apply(options)
}

/** Says everything that is wrong with a policy; 1 when anything is. */
export async function checkFile(file: string): Promise<number> {
  try {
    const policy = await loadPolicy(file)
    say(`Nothing is wrong with this policy of ${policy.service.name}, dated ${policy.date}.`)
    return 0
  } catch (error) {
    if (error instanceof PolicyRefused) return tellFindings(error.findings)
    say(`This file cannot be read as a policy: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

function tellFindings(findings: readonly Finding[]): number {
  for (const finding of findings) say(`${finding.rule}  ${finding.clause}\n      ${finding.says}`)
  say(`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`)
  return 1
}

/** Checks the policy in the service's folder, says in plain words what it changes, asks who approves, and brings it into force. */
async function apply(options: CommandOptions): Promise<number> {
  const file = join(options.data, 'policy.ts')
  if ((await checkFile(file)) !== 0) return 1
  const policy = await loadPolicy(file)
  const secrets = await openSecrets(options.data)
  const database = await openDatabase(options.data, options.databaseUrl, () => {})
  try {
    const place = {
      installerUrl: database.installerUrl,
      prefix: secrets.prefix,
      passwords: secrets.passwords,
      clock: 'machine',
    } as const
    const change = await describeChange(place, policy)
    if (change === null) {
      say('This policy is in force already.')
      return 0
    }
    for (const line of change.lines) say(line)
    const approvedBy = await askApproval()
    if (!approvedBy) {
      say('Nothing was changed: nobody approved.')
      return 1
    }
    await changePolicy(place, policy, { approvedBy, at: machineClock.now(), change })
    say('The policy is in force. Start the service again.')
    return 0
  } finally {
    await database.stop()
  }
}

async function askApproval(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  process.stdout.write('Who approves this change (a name; nothing: no change)? ')
  const first = await lines[Symbol.asyncIterator]().next()
  lines.close()
  return first.done ? '' : first.value.trim()
}
