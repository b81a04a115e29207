import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers } from './questions.ts'

const text = (words: string) => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** The imports of a shipped policy, as they read from a service's own folder. */
const fromAnywhere = (source: string) =>
  source.replaceAll(/from '(?:\.\.\/)+src\/policy\/[\w-]+\.ts'/g, "from 'evenhand/policy'")

/**
 * Writes `policy.ts`, with the answers, and beside it `shipped.ts`, a copy of the policy that it starts from: an upgrade of the
 * program changes neither. Never overwrites: a policy that is there was approved by somebody.
 */
export async function writePolicy(folder: string, answers: Answers, today: Temporal.PlainDate): Promise<void> {
  const shipped = new URL(`../../../policies/${answers.shipped}/policy.ts`, import.meta.url)
  await writeFile(join(folder, 'shipped.ts'), fromAnywhere(await readFile(shipped, 'utf8')), { flag: 'wx' })
  await writeFile(join(folder, 'policy.ts'), policyText(answers, today), { flag: 'wx' })
}

function policyText(answers: Answers, today: Temporal.PlainDate): string {
  const address = [answers.name, ...answers.address.split(',').map((line) => line.trim()), answers.postcode]
  return `import { definePolicy } from 'evenhand/policy'
import shipped from './shipped.ts'

// Approved by ${answers.approvedBy.replaceAll('\n', ' ')}. What is not said here stands in shipped.ts, which is yours to change too.
export default definePolicy({
  ...shipped,
  date: '${today}',
  service: {
    ...shipped.service,
    name: ${text(answers.name)},
    legalForm: '${answers.legalForm}',
    registration: ${text(answers.registration)},
    controllers: Object.fromEntries(
      Object.entries(shipped.service.controllers).map(([key, controller]) => [
        key,
        controller.own ? { ...controller, name: ${text(answers.name)}, contact: ${text(answers.email)} } : controller,
      ]),
    ),
    contact: {
      address: [${address.map(text).join(', ')}],
      email: ${text(answers.email)},
      website: ${text(answers.website)},
    },
    icoRegistration: ${text(answers.icoRegistration)},
  },
  retention: {
    ...shipped.retention,
    clientFile: { ...shipped.retention.clientFile, keep: '${answers.keepFiles}' },
    enquiry: { ...shipped.retention.enquiry, keep: '${answers.keepEnquiries}' },
  },
})
`
}
