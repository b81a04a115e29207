import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { dayOf, machineClock } from '../../platform/clock/service-clock.ts'
import { type Answers, questions } from '../init/questions.ts'
import { writePolicy } from '../init/write-policy.ts'
import type { CommandOptions } from './options.ts'
import { checkFile } from './policy.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Asks a dozen questions and writes the service's own policy into its folder. */
export async function run(options: CommandOptions): Promise<number> {
  const file = join(options.data, 'policy.ts')
  if (existsSync(file)) {
    say(`There is a policy already: ${file}. Change it there, then run: npm run evenhand -- policy apply`)
    return 1
  }
  const answers = await ask()
  if (!answers) {
    say('Nothing was written: not every question was answered.')
    return 1
  }
  await writePolicy(options.data, answers, dayOf(machineClock.now()))
  say(`Wrote ${file}.`)
  return checkFile(file)
}

async function ask(): Promise<Answers | null> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const typed = lines[Symbol.asyncIterator]()
  const answers: Record<string, string> = {}
  try {
    for (const question of questions) {
      for (;;) {
        process.stdout.write(`${question.asks}${question.usual ? ` [${question.usual}]` : ''} `)
        const line = await typed.next()
        if (line.done) return null
        const answer = line.value.trim() || question.usual || ''
        const wrong = question.check(answer)
        answers[question.name] = answer
        if (wrong === null) break
        say(wrong)
      }
    }
    return answers as unknown as Answers
  } finally {
    lines.close()
  }
}
