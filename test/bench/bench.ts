import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { formTokens } from '../../src/platform/web/form-token.ts'
import { asId } from '../../src/values/ids.ts'
import type { ServiceUnderLoad } from './evenhand-server.ts'
import { type Asking, load, type Measured } from './load.ts'
import { formOf, type MeasuredPage, measuredPages } from './pages.ts'
import { compare, p99, throughput, timesAsLong } from './ratios.ts'
import type { SweepTimes } from './sweeping.ts'

// What the pages that people wait for cost beside a bare handler that sends the same statements: both in turn, in one run, on the same
// data, so that the machine's mood falls on both.

const rounds = 12
const roundTime = 2_000
/** A service runs for weeks: what is measured is not its first seconds. A page of many parts grows quicker for some twenty. */
const warmUpTime = 25_000
const asJson = process.argv.includes('--json')
const say = (line: string) => process.stderr.write(`${line}\n`)

/** Starts one of the two in a process of its own, on Node as it is set for the service; answers its first line. */
async function child(file: string, input?: string): Promise<{ first: string; end(): Promise<void> }> {
  const started = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, file)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (input !== undefined) started.stdin.write(`${input}\n`)
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: started.stdout }).once('line', resolve)
    started.once('exit', (status) => reject(new Error(`${file} ended with ${status}`)))
  })
  const ended = new Promise<void>((resolve) => void started.once('exit', () => resolve()))
  return {
    first,
    end: () => {
      started.stdin.end()
      return ended
    },
  }
}

function askingOurs(page: MeasuredPage, service: ServiceUnderLoad): Asking {
  const { id, cookie } = service.people[page.by]
  const tokens = formTokens(Buffer.from(service.formSecret, 'hex'), () => Temporal.Now.instant().epochMilliseconds)
  const body = () =>
    new URLSearchParams({ ...formOf(page, service.taken), _form: tokens.make('office', asId(id)) }).toString()
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: service.address }
  return {
    method: page.method,
    url: service.address + page.path.replace(':case', service.caseId),
    headers: page.form ? { cookie, ...form } : { cookie },
    ...(page.form ? { body } : {}),
  }
}

function askingBare(page: MeasuredPage, address: string): Asking {
  const url = `${address}/${encodeURIComponent(page.name)}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = () => new URLSearchParams(page.form).toString()
  return { method: page.method, url, headers: page.form ? headers : {}, ...(page.form ? { body } : {}) }
}

async function measure(page: MeasuredPage, service: ServiceUnderLoad, bareAddress: string) {
  const ours: Measured[] = []
  const bare: Measured[] = []
  const both = [
    { asking: askingOurs(page, service), answers: page.answers, into: ours },
    { asking: askingBare(page, bareAddress), answers: 200, into: bare },
  ]
  for (const it of both) await load(it.asking, it.answers, warmUpTime)
  for (let round = 0; round < rounds; round++) {
    for (const it of round % 2 ? both : both.toReversed()) it.into.push(await load(it.asking, it.answers, roundTime))
  }
  const found = compare(page.name, ours, bare)
  const { own, all } = service.statements[page.name] ?? { own: [], all: 0 }
  say(
    `${page.name}: ${found.throughputRatio} of the bare handler's throughput, p99 ${found.p99Ratio} times its p99 ` +
      `(${Math.round(throughput(ours))} and ${Math.round(throughput(bare))} a second; p99 ${p99(ours).toFixed(1)} and ${p99(bare).toFixed(1)} ms; ` +
      `${own.length} statements of its own, ${all} sent)`,
  )
  return found
}

/** The sweep beside the bare deletes, in a database of its own. */
async function measureSweep() {
  const { first, end } = await child('sweeping.ts')
  await end()
  const { files, ours, bare } = JSON.parse(first) as SweepTimes
  const found = { name: `sweep of ${files} closed cases`, timeRatio: timesAsLong(ours, bare) }
  say(`${found.name}: ${found.timeRatio} times the time of the bare deletes of as many like rows`)
  return found
}

say('Filling a database with many years of invented cases.')
const ours = await child('evenhand-server.ts')
const service = JSON.parse(ours.first) as ServiceUnderLoad
const pages = Object.fromEntries(
  Object.entries(service.statements).map(([name, { own, databaseUrl }]) => [name, { databaseUrl, statements: own }]),
)
const bare = await child('bare-server.ts', JSON.stringify({ pages }))
const found: object[] = []
try {
  for (const page of measuredPages) found.push(await measure(page, service, bare.first))
} finally {
  await bare.end()
  await ours.end()
}
found.push(await measureSweep())
if (asJson) process.stdout.write(`${JSON.stringify(found)}\n`)
